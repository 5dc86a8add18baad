"""What a person types about a customer's people; cleaned, nothing more."""

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.people.terms import LinkKind
from shapan.search.pickers import Picker

LINES = forms.Textarea(attrs={"rows": 2})


def number(value):
    """A choice that is a row's number; nothing chosen is None."""
    return int(value) if value else None


class MeetPerson(forms.Form):
    """`departments`, `posts` and `vacant` are given as [(id, name)] of this account."""

    name = forms.CharField(label=_("Person’s name"), max_length=200)
    latin_name = forms.CharField(label=_("Name in Latin letters"), max_length=200, required=False)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    department_id = forms.TypedChoiceField(label=_("Department"), coerce=number, empty_value=None, required=False)
    grade = forms.CharField(label=_("Grade"), max_length=60, required=False, help_text=_("For example: VP, director."))
    parent_id = forms.TypedChoiceField(label=_("Reports to"), coerce=number, empty_value=None, required=False)
    vacant_post_id = forms.TypedChoiceField(
        label=_("Or a vacant post"), coerce=number, empty_value=None, required=False
    )
    started_on = forms.DateField(label=_("In post since"), required=False, widget=DAY)
    email = forms.EmailField(label=_("Work e-mail"), required=False)
    phone = forms.CharField(label=_("Work phone"), max_length=60, required=False)

    def __init__(self, *args, departments, posts, vacant, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in (("department_id", departments), ("parent_id", posts), ("vacant_post_id", vacant)):
            self.fields[name].choices = [("", "—"), *choices]
        if not vacant:
            del self.fields["vacant_post_id"]

    def clean(self):
        clean = super().clean()
        if not clean.get("title") and not clean.get("vacant_post_id"):
            self.add_error("title", _("Name the post: a person is always met somewhere."))
        clean["emails"] = tuple(filter(None, [clean.pop("email", "")]))
        clean["phones"] = tuple(filter(None, [clean.pop("phone", "")]))
        return clean


class ChangePerson(VersionedForm):
    """`current` also says the mail addresses and phones, one on each line."""

    name = forms.CharField(label=_("Person’s name"), max_length=200)
    latin_name = forms.CharField(label=_("Name in Latin letters"), max_length=200, required=False)
    emails = forms.CharField(
        label=_("Work e-mail"),
        required=False,
        widget=LINES,
        help_text=_("One on each line."),
    )
    phones = forms.CharField(
        label=_("Work phone"),
        required=False,
        widget=LINES,
        help_text=_("One on each line."),
    )

    def clean_emails(self):
        addresses = _lines(self.cleaned_data["emails"])
        for address in addresses:
            validate_email(address)
        return addresses

    def clean_phones(self):
        return _lines(self.cleaned_data["phones"])


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


class MovePerson(forms.Form):
    """`posts` are those of every account the actor may edit, `accounts` these accounts: as [(id, name)]."""

    to_post_id = forms.TypedChoiceField(
        label=_("New post"), coerce=number, empty_value=None, required=False,
        widget=Picker(),
    )  # fmt: skip
    to_account_id = forms.TypedChoiceField(
        label=_("Or a post that is not in the list, at"), coerce=number, empty_value=None, required=False,
        widget=Picker(),
    )  # fmt: skip
    title = forms.CharField(label=_("Title of that post"), max_length=200, required=False)
    on = forms.DateField(label=_("From"), widget=DAY, help_text=_("The old post ends that day; the history stays."))

    def __init__(self, *args, posts, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_post_id"].choices = [("", "—"), *posts]
        self.fields["to_account_id"].choices = [("", "—"), *accounts]

    def clean(self):
        clean = super().clean()
        if clean.get("to_account_id") and not clean.get("title"):
            self.add_error("title", _("Name the post: a person is always met somewhere."))
        elif not clean.get("to_post_id") and not clean.get("to_account_id"):
            self.add_error("to_post_id", _("Choose the new post."))
        return clean


class EndAppointment(forms.Form):
    ended_on = forms.DateField(label=_("No longer there from"), widget=DAY)


class LinkPeople(forms.Form):
    """`people` are those the actor may name."""

    kind = forms.ChoiceField(
        label=_("How the two relate"),
        choices=[
            (LinkKind.INFLUENCES.value, _("influences")),
            (LinkKind.ALLIED.value, _("is allied with")),
            (LinkKind.CONFLICTS.value, _("is in conflict with")),
            (LinkKind.MENTORED_BY.value, _("was mentored by")),
        ],
    )
    other_id = forms.TypedChoiceField(label=_("The other person"), coerce=int, widget=Picker())
    evidence = forms.CharField(
        label=_("What shows it"),
        max_length=500,
        widget=LINES,
        help_text=_("Seen or said, with its day: politics is never guessed from titles."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other_id"].choices = [("", "—"), *people]

    def clean_kind(self):
        return LinkKind(self.cleaned_data["kind"])


class ReportTo(VersionedForm):
    """`posts` are the other posts of this account; `current` is the post itself."""

    boss_id = forms.TypedChoiceField(
        label=_("Reports to"),
        coerce=number,
        empty_value=None,
        required=False,
        widget=Picker(),
        help_text=_("From today. Earlier days are still drawn as they were."),
    )

    def __init__(self, data=None, *, posts, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["boss_id"].choices = [("", _("nobody here: stands at the top")), *posts]


class RecordObjection(forms.Form):
    words = forms.CharField(label=_("In their words"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    objected_on = forms.DateField(label=_("On"), widget=DAY)


class WithdrawObjection(forms.Form):
    withdrawn_on = forms.DateField(label=_("Withdrawn on"), widget=DAY)
