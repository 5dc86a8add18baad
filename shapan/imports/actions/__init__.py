"""What happens to an import, in its order: taken in, mapped, checked, stored, taken back."""

from shapan.imports.actions.files import ImportRefused, choose_columns, join_name, take_in
from shapan.imports.actions.runs import Overtaken, begin, check, fail, store
from shapan.imports.actions.undo import take_back

__all__ = [
    "ImportRefused",
    "Overtaken",
    "begin",
    "check",
    "choose_columns",
    "fail",
    "join_name",
    "store",
    "take_back",
    "take_in",
]
