"""What a person says of a file: what it holds, where it comes from, which column is which."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.imports import phrases
from shapan.imports.rules.columns import SYNONYMS
from shapan.imports.terms import FileKind


class UploadFile(forms.Form):
    """`sources` are the names this colleague used before."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, XLSX or vCard, up to 20 MB and 50,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.vcf,text/csv,text/vcard"}),
    )
    kind = forms.TypedChoiceField(label=_("What it holds"), choices=list(phrases.KINDS.items()), coerce=FileKind)
    source = forms.CharField(
        label=_("Where it comes from"),
        max_length=80,
        required=False,
        help_text=_("The name of the other system, so that its keys and your columns are remembered. May stay empty."),
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off"}),
    )


class ChooseColumns(forms.Form):
    """One select for each header of the file; the company of rows that name none, where rows may lack one."""

    def __init__(self, *args, sheet, kind: FileKind, accounts: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        names = [("", _("left out")), *((name, phrases.COLUMNS[name]) for name in SYNONYMS[kind])]
        for place, column in enumerate([] if sheet.fixed else sheet.headers):
            self.fields[f"c{place}"] = forms.ChoiceField(
                label=column.header, choices=names, initial=column.name, required=False
            )
        if accounts:
            self.fields["account_id"] = forms.TypedChoiceField(
                label=_("Company of rows that name none"),
                choices=[("", "—"), *accounts],
                coerce=int,
                empty_value=None,
                required=False,
                initial=sheet.account_id,
                widget=forms.Select(attrs={"data-picker": ""}),
            )

    def columns(self):
        """(what stands in the column, the field that says what it is)."""
        return [(column, self[f"c{place}"]) for place, column in enumerate(self.sheet.headers)]

    def clean(self):
        clean = super().clean()
        if self.sheet.fixed:
            names = {column.header: column.header for column in self.sheet.headers}
        else:
            names = {column.header: clean.get(f"c{place}", "") for place, column in enumerate(self.sheet.headers)}
        return {"names": names, "account_id": clean.get("account_id")}
