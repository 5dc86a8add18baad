"""The lists there are: each names itself, so that views of it can be kept and its rows leave it in the journal."""

PAGES: dict[str, str] = {}
KEPT = ("q", "role", "tier", "mine", "sort", "cols", "join", "col", "op", "val")  # what a kept view may say


def register(page: str, url_name: str) -> None:
    PAGES[page] = url_name
