"""What a person types about how the customer decides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.decisions.actions import BandSpec
from shapan.decisions.phrases import AUTHORITIES, BUDGETS, FIELDS, MODELS, PROCEDURES
from shapan.foundation.forms import DAY, VersionedForm
from shapan.kernel.amounts import read_amount
from shapan.search.pickers import Picker

BANDS = 5
RANKS = [("", "—"), ("1", "1"), ("2", "2"), ("3", "3")]
ANSWERS = [("", _("unknown")), ("True", _("yes")), ("False", _("no"))]


def _number(value):
    return int(value) if value else None


def _answer(value):
    return {"True": True, "False": False}.get(value)


def _words(name: str, phrases) -> forms.ChoiceField:
    choices = [("", _("unknown")), *((term.value, word) for term, word in phrases.items())]
    return forms.ChoiceField(label=FIELDS[name], choices=choices, required=False)


def _chosen(name: str, coerce=_number, choices=(), **more) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=FIELDS[name], coerce=coerce, empty_value=None, choices=choices, required=False, **more
    )


class Amount(forms.CharField):
    """An amount as people say it: 1200万, 12m, 12,000,000."""

    def __init__(self, **more):
        super().__init__(required=False, **more)

    def clean(self, value):
        said = super().clean(value)
        amount = read_amount(said) if said else None
        if said and amount is None:
            raise forms.ValidationError(_("Write an amount: 12,000,000, 12m or 1200万."))
        return amount


class RecordMode(forms.Form):
    """`posts` of the customer and the `customers` that may be its headquarters as [(id, name)]."""

    category = forms.CharField(
        label=FIELDS["category"], max_length=80, required=False, help_text=_("Empty: all other purchases.")
    )
    model = _words("model", MODELS)
    headquarters_id = _chosen("headquarters_id", widget=Picker)
    shortlisted = _chosen("shortlisted", _answer, ANSWERS)
    reported = _chosen("reported", _answer, ANSWERS)
    authority = _words("authority", AUTHORITIES)
    procedure = _words("procedure", PROCEDURES)
    budget_source = _words("budget_source", BUDGETS)
    currency = forms.CharField(label=FIELDS["currency"], max_length=3, min_length=3, initial="CNY")
    collective_threshold = Amount(label=FIELDS["collective_threshold"])
    price_rank = _chosen("price_rank", choices=RANKS)
    technology_rank = _chosen("technology_rank", choices=RANKS)
    relationship_rank = _chosen("relationship_rank", choices=RANKS)
    calendar = forms.CharField(label=FIELDS["calendar"], max_length=500, required=False)
    criteria = forms.CharField(label=FIELDS["criteria"], max_length=500, required=False)
    acceptance_decider_id = _chosen("acceptance_decider_id")
    payment_decider_id = _chosen("payment_decider_id")
    source = forms.CharField(label=FIELDS["source"], max_length=300, required=False)
    grade = forms.RegexField(
        r"^[A-Fa-f][1-6]$", label=FIELDS["grade"], required=False,
        help_text=_("Reliability of the source A to F, credibility 1 to 6: B2."),
    )  # fmt: skip
    valid_to = forms.DateField(label=FIELDS["valid_to"], required=False, widget=DAY)

    def __init__(self, *args, posts, customers, **kwargs):
        super().__init__(*args, **kwargs)
        named = [("", "—"), *posts]
        for n in range(1, BANDS + 1):
            self.fields[f"from_{n}"] = Amount(label=_("From the amount"))
            self.fields[f"post_{n}"] = forms.TypedChoiceField(
                label=_("decides"), coerce=_number, empty_value=None, choices=named, required=False
            )
        for name in ("acceptance_decider_id", "payment_decider_id"):
            self.fields[name].choices = named
        self.fields["headquarters_id"].choices = [("", "—"), *customers]

    @property
    def bands(self):
        """The pairs of fields, as the page shows them."""
        return [(self[f"from_{n}"], self[f"post_{n}"]) for n in range(1, BANDS + 1)]

    @property
    def others(self):
        named = ("from_", "post_", "category", "currency")
        return [field for field in self.visible_fields() if not field.name.startswith(named)]

    def clean_currency(self):
        return self.cleaned_data["currency"].upper()

    def clean_grade(self):
        return self.cleaned_data["grade"].upper()

    def clean(self):
        clean = super().clean()
        pairs = [(clean.pop(f"from_{n}", None), clean.pop(f"post_{n}", None)) for n in range(1, BANDS + 1)]
        for n, (floor, post) in enumerate(pairs, 1):
            if post is not None and floor is None and f"from_{n}" not in self.errors:
                self.add_error(f"from_{n}", _("Say from which amount on this post decides; 0 for every amount."))
        return clean | {"bands": tuple(BandSpec(floor, post) for floor, post in pairs if floor is not None)}


class ChangeMode(RecordMode, VersionedForm):
    """The category stays what it is: end this one and record another. A headquarters this person may not know of stays
    what it is, too.
    """

    category = None

    def __init__(self, *args, current, **kwargs):
        super().__init__(*args, current=current, **kwargs)
        above = self.fields["headquarters_id"]
        if current.headquarters_id and current.headquarters_id not in {key for key, _word in above.choices}:
            del self.fields["headquarters_id"]
