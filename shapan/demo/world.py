"""What exists so far in the story, by the names the tables use."""

from dataclasses import dataclass, field
from datetime import date

from shapan.demo.agenda import Agenda
from shapan.demo.material import Company


@dataclass(frozen=True, slots=True)
class Duty:
    """A seat of one of us on an account team, from a day to a day."""

    role: str
    user: str
    started_on: date
    ended_on: date | None = None


@dataclass
class World:
    """Colleagues are user rows (they act); everything else is known by its id."""

    agenda: Agenda
    colleagues: dict = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)  # user name -> user name of who leads the unit
    companies: dict[str, Company] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    departments: dict[tuple[str, str], int] = field(default_factory=dict)
    posts: dict[tuple[str, str], int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    projects: dict[str, int] = field(default_factory=dict)
    duties: dict[str, list[Duty]] = field(default_factory=dict)

    @property
    def office(self):
        """The key-account office: takes companies in, seats teams, moves people."""
        return self.colleagues["ke"]

    def on_duty(self, company: str, day: date) -> dict[str, str]:
        """Role -> user name on that day; the substitute stands in where there is no account manager."""
        held = [
            duty for duty in self.duties[company]
            if duty.started_on <= day and (duty.ended_on is None or day < duty.ended_on)
        ]  # fmt: skip
        roles = {duty.role: duty.user for duty in held}
        return roles if "AR" in roles else {"AR": roles.get("substitute", next(iter(roles.values()))), **roles}

    def manager(self, company: str, day: date):
        """Who acts for the account on that day."""
        return self.colleagues[self.on_duty(company, day)["AR"]]

    def second(self, company: str, day: date, first: str):
        """Somebody other than `first` who may confirm what `first` wrote: the key-account office where it looks after
        the routine, else one of the team, else who leads `first`.
        """
        if self.companies[company].template:
            return self.colleagues["bai"]
        others = [user for user in self.on_duty(company, day).values() if user != first]
        return self.colleagues[others[0] if others else self.heads[first]]
