"""What a person types about a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY
from shapan.projects.actions import Taken
from shapan.projects.phrases import ITEMS
from shapan.projects.rules.meetings import AGENDAS
from shapan.search.pickers import Picker, PickSeveral

TASKS = 3
WORDS = forms.Textarea(attrs={"rows": 2})


class RecordMeeting(forms.Form):
    """The agenda of its kind; `colleagues` are given as [(id, name)]."""

    held_on = forms.DateField(label=_("Held on"), widget=DAY)
    attended = forms.TypedMultipleChoiceField(label=_("Who was there"), coerce=int, required=False, widget=PickSeveral)
    decision = forms.CharField(label=_("What was decided"), widget=WORDS, max_length=1000, required=False)
    dissent = forms.CharField(
        label=_("Dissent"),
        widget=WORDS,
        max_length=1000,
        required=False,
        help_text=_("Who saw it differently, and why."),
    )

    def __init__(self, *args, kind, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = AGENDAS[kind]
        self.fields["attended"].choices = colleagues
        for item in self.items:
            self.fields[f"item_{item}"] = forms.CharField(
                label=ITEMS[item], widget=WORDS, max_length=2000, required=False
            )
        for n in range(1, TASKS + 1):
            self.fields[f"what_{n}"] = forms.CharField(label=_("Task"), max_length=300, required=False)
            self.fields[f"owner_{n}"] = forms.TypedChoiceField(
                label=_("Owner"), coerce=int, empty_value=None, required=False, widget=Picker,
                choices=[("", "—"), *colleagues],
            )  # fmt: skip
            self.fields[f"due_{n}"] = forms.DateField(label=_("Due"), widget=DAY, required=False)

    @property
    def agenda(self):
        return [self[f"item_{item}"] for item in self.items]

    @property
    def tasks(self):
        return [[self[f"{name}_{n}"] for name in ("what", "owner", "due")] for n in range(1, TASKS + 1)]

    def clean(self):
        clean = super().clean()
        taken = []
        for n in range(1, TASKS + 1):
            what, owner, due = (clean.get(f"{name}_{n}") for name in ("what", "owner", "due"))
            if what and not (owner and due):
                self.add_error(f"what_{n}", _("A task has an owner and a day."))
            elif what:
                taken.append(Taken(what, owner, due))
        kept = {name: clean.get(name) for name in ("held_on", "attended", "decision", "dissent")}
        return kept | {"notes": {item: clean.get(f"item_{item}", "") for item in self.items}, "tasks": taken}
