"""What a person types about a contact; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.interactions.actions import Promised
from shapan.interactions.phrases import KINDS
from shapan.interactions.terms import Kind

LINE = forms.Textarea(attrs={"rows": 2})


class LogInteraction(forms.Form):
    """`people` and `colleagues` are given as [(id, name)]: those the actor may name."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, word) for kind, word in KINDS.items()])
    held_on = forms.DateField(label=_("Held on"), widget=DAY)
    person_ids = forms.TypedMultipleChoiceField(
        label=_("People of the customer"),
        coerce=int,
        widget=forms.SelectMultiple(attrs={"data-picker": "", "size": 6}),
        error_messages={"required": _("Name at least one person of the customer.")},
    )
    colleague_ids = forms.TypedMultipleChoiceField(
        label=_("Our people"),
        coerce=int,
        required=False,
        widget=forms.SelectMultiple(attrs={"data-picker": "", "size": 4}),
        help_text=_("Nobody chosen: only you."),
    )
    purpose = forms.CharField(label=_("Purpose"), required=False, widget=LINE)
    outcome = forms.CharField(label=_("Outcome"), required=False, widget=LINE)
    quote = forms.CharField(label=_("In the customer’s own words"), required=False, widget=LINE)
    next_step = forms.CharField(
        label=_("Next step"),
        required=False,
        widget=LINE,
        help_text=_("With a purpose, an outcome and a next step the contact is effective and warms the relationship."),
    )
    next_on = forms.DateField(label=_("Next step on"), required=False, widget=DAY)
    promise = forms.CharField(label=_("What we promised"), required=False, max_length=500)
    promise_due = forms.DateField(label=_("Promised by"), required=False, widget=DAY)

    def __init__(self, *args, people, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].choices = people
        self.fields["colleague_ids"].choices = colleagues

    def clean_kind(self):
        return Kind(self.cleaned_data["kind"])

    def clean(self):
        """A promise needs its day; the two fields become one promise."""
        clean = super().clean()
        text, due = clean.pop("promise", ""), clean.pop("promise_due", None)
        if text and not due:
            self.add_error("promise_due", _("Say by when, or it is no promise."))
        clean["promises"] = (Promised(text=text, due_on=due),) if text and due else ()
        clean["person_ids"] = tuple(clean.get("person_ids") or ())
        clean["colleague_ids"] = tuple(clean.get("colleague_ids") or ())
        return clean
