"""Changes to our own organisation."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.identity.models import Post, RoleHolding, Unit, User
from shapan.identity.terms import Role
from shapan.kernel.errors import Refused


class IdentityRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def enrol_user(
    *,
    username: str,
    name: str,
    email: str = "",
    password: str | None = None,
    title: str = "",
    unit: Unit | None = None,
    manager: User | None = None,
) -> User:
    """Take a colleague in. Without a password the colleague cannot sign in yet."""
    if User.objects.filter(username=username).exists():
        raise IdentityRefused(_("This user name is taken."), field="username")
    return User.objects.create_user(username, email, password, name=name, title=title, unit=unit, manager=manager)


@transaction.atomic
def open_unit(*, name: str, parent: Unit | None = None) -> Unit:
    """A unit of our organisation, once under each parent."""
    unit, _created = Unit.objects.scope(Scope.WRITE).get_or_create(name=name, parent=parent)
    return unit


@transaction.atomic
def fill_post(*, unit: Unit, title: str, holder: User | None, heads: bool = False) -> Post:
    """Create a post in a unit, and put a colleague in it or leave it vacant."""
    post = Post(unit=unit, title=title, holder=holder, heads=heads)
    post.full_clean()
    post.save()
    return post


@transaction.atomic
def give_role(*, user: User, role: Role, today: date) -> RoleHolding:
    """Give a company-wide role from today; giving it twice changes nothing."""
    holding, _created = RoleHolding.objects.scope(Scope.WRITE).get_or_create(
        user=user, role=role, ended_on=None, defaults={"started_on": today}
    )
    user.__dict__.pop("roles_on", None)
    return holding
