"""What a person chooses between two entries, and what is typed before an entry exists; cleaned, nothing more."""

from django import forms

from shapan.duplicates.rules.likeness import At, Look


class ChooseFields(forms.Form):
    """One choice for each field of the kind: from the kept entry or from the one that goes."""

    kept_version = forms.IntegerField()
    away_version = forms.IntegerField()

    def __init__(self, *args, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = tuple(names)
        for name in self.names:
            self.fields[f"take_{name}"] = forms.ChoiceField(choices=[("kept", ""), ("away", "")], required=False)

    @property
    def from_away(self) -> frozenset[str]:
        return frozenset(name for name in self.names if self.cleaned_data[f"take_{name}"] == "away")


class Typed(forms.Form):
    """What stands in the form of a new entry so far; whatever is not understood yet is left out."""

    name = forms.CharField(max_length=200, required=False)
    latin_name = forms.CharField(max_length=200, required=False)
    email = forms.CharField(max_length=200, required=False)
    phone = forms.CharField(max_length=60, required=False)

    def look(self, *, is_person: bool, at: tuple[At, ...] = ()) -> Look:
        self.is_valid()
        said = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return Look(
            said["name"],
            said["latin_name"],
            mails=tuple(filter(None, [said["email"]])),
            phones=tuple(filter(None, [said["phone"]])),
            companies=at,
            is_person=is_person,
        )
