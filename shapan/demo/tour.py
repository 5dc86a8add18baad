"""What the demo command prints: where to sign in, as whom, and what to look at first."""

from datetime import date

from rich import box
from rich.console import Console
from rich.table import Column, Table

from shapan.accounts import policies as accounts
from shapan.demo import material
from shapan.demo.founding import PASSWORD
from shapan.identity import queries as identity

ADDRESS = "http://127.0.0.1:8000/"


def is_here() -> bool:
    """The demo is known by its own company at the head of our organisation: nobody else bears that name."""
    ours = material.table("colleagues")["units"][0][0]
    return any(colleague.unit == ours for colleague in identity.colleagues())


def holds_companies(today: date) -> bool:
    return accounts.accounts_open_to(identity.system_actor(), today).exists()


def show(console: Console | None = None) -> None:
    console = console or Console()
    console.print(f"\n[bold]沙盘 Shapan[/bold]  {ADDRESS}  （先运行 start it with: shapan serve）")
    console.print(_sign_ins())
    console.print(_stories())
    console.print("三步看一座房子 Three steps: docs/guide/zh/demo.md · docs/guide/en/demo.md\n")


def _sign_ins() -> Table:
    told = material.table("colleagues")
    names = {username: name for username, name, *_rest in told["colleagues"]}
    table = Table(
        "用户名 user", "密码 password", "姓名 name", _wide("看得到什么 what this person sees"), box=box.SIMPLE
    )
    for row in told["sign_in"]:
        table.add_row(row["user"], PASSWORD, names[row["user"]], f"{row['zh']}\n[dim]{row['en']}[/dim]")
    return table


def _stories() -> Table:
    table = Table("先看 look at", _wide("为什么 why"), box=box.SIMPLE)
    for company in sorted((c for c in material.companies() if c.look), key=lambda company: company.look):
        table.add_row(f"[bold]{company.name}[/bold]", f"{company.zh}\n[dim]{company.en}[/dim]\n")
    return table


def _wide(title: str) -> Column:
    """Chinese has no spaces to break lines at: fold it where the terminal ends."""
    return Column(title, overflow="fold")
