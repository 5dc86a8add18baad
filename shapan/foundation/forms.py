"""What forms of several apps share."""

from django import forms
from django.utils.translation import gettext as _

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class VersionedForm(forms.Form):
    """A form over a row that a colleague may change meanwhile: it carries the version that was read.

    `current` is the row as it stands now, with a `version`; fields named like its own begin with its values.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, current, initial=None, **kwargs):
        self.current = current
        standing = {name: getattr(current, name) for name in self.base_fields if hasattr(current, name)}
        super().__init__(data, initial=standing | (initial or {}), **kwargs)

    def meet_conflict(self) -> None:
        """Keep what was typed, say beside it what stands now, and carry the version that stands now."""
        self.data = self.data.copy()
        self.data["version"] = self.current.version
        for field in self.visible_fields():
            now = _plain(field.initial)
            choices = getattr(field.field, "choices", None)
            if choices is not None:  # what is not offered is not known to this person, and looks like nothing chosen
                words = {_plain(key): word for key, word in choices}
                now = now if now in words else ""
            if now != _plain(field.data):
                shown = words[now] if choices is not None else now
                self.add_error(field.name, _("Now: {value}").format(value=shown or "—"))


def _plain(value) -> str:
    """A value as a browser would send it."""
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
