"""What a person types about a contact; cleaned, nothing more."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.compliance.phrases import BEARINGS
from shapan.compliance.terms import Bearing
from shapan.foundation.forms import DAY, VersionedForm
from shapan.interactions.actions import Promised
from shapan.interactions.phrases import KINDS
from shapan.interactions.terms import Kind
from shapan.kernel.spoken_days import find_day
from shapan.search.pickers import PickSeveral

LINE = forms.Textarea(attrs={"rows": 2})


class Capture(forms.Form):
    """A contact in fifteen seconds: whom, how, what came out, what next. `posts` are those the actor may name, as
    people.queries.PostHeld; `today` is the day from which “下周三” and “in 2 weeks” count.
    """

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    with_whom = forms.TypedMultipleChoiceField(
        label=_("With whom"),
        coerce=int,
        widget=PickSeveral({"size": 6}),
        error_messages={"required": _("Name at least one person of the customer.")},
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(kind.value, word) for kind, word in KINDS.items()], initial=Kind.MEETING
    )
    purpose = forms.CharField(
        label=_("Purpose"), required=False, widget=forms.TextInput(attrs={"list": "purposes", "autocomplete": "off"})
    )
    outcome = forms.CharField(label=_("What came out"), required=False, widget=LINE)
    next_step = forms.CharField(
        label=_("Next step"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Write the day into it: “next Wednesday”, “in 2 weeks”."),
    )
    next_on = forms.DateField(label=_("Next step on"), required=False, widget=DAY)
    held_on = forms.DateField(label=_("Held on"), widget=DAY)
    colleague_ids = forms.TypedMultipleChoiceField(
        label=_("Our people"),
        coerce=int,
        required=False,
        widget=PickSeveral({"size": 4}),
        help_text=_("Nobody chosen: only you."),
    )
    quote = forms.CharField(label=_("In the customer’s own words"), required=False, widget=LINE)
    promise = forms.CharField(
        label=_("What we promised"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("With its day: “the plan by Friday”."),
    )
    promise_due = forms.DateField(label=_("Promised by"), required=False, widget=DAY)

    bearing = forms.ChoiceField(
        label=_("About the tender?"),
        required=False,
        choices=[("", "—"), *((word.value, phrase) for word, phrase in BEARINGS.items())],
        help_text=_("A tender of this customer is quiet: say what the contact had to do with it."),
    )

    def __init__(self, *args, posts, colleagues, today, quiet=(), **kwargs):
        super().__init__(*args, **kwargs)
        if not quiet:
            del self.fields["bearing"]
        self.posts = {post.appointment_id: post for post in posts}
        self.today = today
        self.fields["with_whom"].choices = [
            (pk, " · ".join(filter(None, [post.person, post.title or post.department, post.account])))
            for pk, post in self.posts.items()
        ]
        self.fields["colleague_ids"].choices = colleagues

    def clean_kind(self):
        return Kind(self.cleaned_data["kind"])

    def clean_bearing(self):
        said = self.cleaned_data.get("bearing")
        return Bearing(said) if said else None

    def clean(self):
        """Appointments become people at one account; days in words become days."""
        clean = super().clean()
        posts = [self.posts[pk] for pk in clean.pop("with_whom", ())]
        if len({post.account_id for post in posts}) > 1:
            self.add_error("with_whom", _("These people work at different customers: log one contact for each."))
        clean["account_id"] = posts[0].account_id if posts else None
        clean["person_ids"] = tuple(dict.fromkeys(post.person_id for post in posts))
        clean["colleague_ids"] = tuple(clean.get("colleague_ids") or ())
        clean["next_on"] = clean.get("next_on") or self._said(clean.get("next_step"))
        text, due = clean.pop("promise", ""), clean.pop("promise_due", None)
        due = due or self._said(text)
        if text and not due:
            self.add_error("promise_due", _("Say by when, or it is no promise."))
        clean["promises"] = (Promised(text=text, due_on=due),) if text and due else ()
        return clean

    def _said(self, words):
        return day_in(words, self.today)


class Outcome(VersionedForm):
    """What came out of a contact that was logged without it."""

    outcome = forms.CharField(label=_("What came out"), widget=LINE)
    purpose = forms.CharField(label=_("Purpose"), required=False)
    next_step = forms.CharField(
        label=_("Next step"), required=False, help_text=_("Write the day into it: “next Wednesday”, “in 2 weeks”.")
    )

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self):
        clean = super().clean()
        return clean | {"next_on": day_in(clean.get("next_step"), self.today)}


def day_in(words: str | None, today):
    """The day that words name, seen from today; None when they name none."""
    found = find_day(words or "", today)
    return found.day if found else None
