"""Refusals: an action says no in words fit for the person who asked."""


class Refused(Exception):
    """Base of every action's own refusal.

    `field` names the input the refusal is about, so that a form or an import can point at it; empty: the whole.
    """

    def __init__(self, message: object, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class EditConflict(Refused):
    """Somebody else changed the row since this person read it; nothing was overwritten."""
