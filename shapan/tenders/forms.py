"""What is typed about a tender; cleaned, nothing more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.foundation.forms import DAY, VersionedForm
from shapan.tenders.phrases import AUTHORSHIPS, CALENDARS, DAYS, FACTS, OWN_RULES, PROCUREMENTS
from shapan.tenders.terms import Day


def _choice(name: str, words, **how):
    return forms.ChoiceField(
        label=FACTS[name],
        choices=[("", "—"), *((word.value, phrase) for word, phrase in words.items())],
        required=False,
        **how,
    )


def _percent(name: str):
    return forms.DecimalField(label=FACTS[name], min_value=0, max_value=100, decimal_places=2, required=False)


class Facts(forms.Form):
    name = forms.CharField(label=FACTS["name"], max_length=200)
    reference = forms.CharField(label=FACTS["reference"], max_length=80, required=False)
    procurement = _choice("procurement", PROCUREMENTS)
    own_rule = _choice(
        "own_rule", OWN_RULES, help_text=_("Only for a private buyer. While it is unknown, the tender is quiet.")
    )
    official_channel = forms.CharField(
        label=FACTS["official_channel"],
        max_length=200,
        required=False,
        help_text=_("As the documents name it: the agency, the platform, the mail address for questions."),
    )
    authorship = _choice(
        "authorship", AUTHORSHIPS, help_text=_("Whoever wrote a public buyer’s specification may not take part.")
    )
    calendar = _choice("calendar", CALENDARS)
    bid_bond = _percent("bid_bond")
    performance_bond = _percent("performance_bond")


class OpenTender(Facts):
    pass


class ChangeTender(VersionedForm, Facts):
    pass


class TakeStep(VersionedForm):
    on = forms.DateField(label=_("On"), widget=DAY)
    why = forms.CharField(label=_("Reason"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, asks_why: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["why"]


class Days(VersionedForm):
    """`days` are the (code, day) of the schedule; every one may be changed or emptied."""

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        for code, day in days:
            self.fields[code.value] = forms.DateField(label=DAYS[code], widget=DAY, required=False, initial=day)
        self.fields["fill"] = forms.BooleanField(
            label=_("Propose the days that follow"),
            required=False,
            help_text=_("Empty days are filled with the limit the rules set; what you typed stays."),
        )

    def clean(self):
        clean = super().clean()
        days = {Day(code): clean.pop(code) for code in list(clean) if code in set(Day)}
        return clean | {"days": days}


class AddLot(forms.Form):
    name = forms.CharField(label=_("Lot"), max_length=120)


class Support(forms.Form):
    bidder = forms.CharField(
        label=_("Bidder we support"),
        max_length=200,
        help_text=_("Ourselves or one partner. While one is named for a lot, no other can be."),
    )


class EndSupport(forms.Form):
    why = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
