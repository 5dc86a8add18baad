"""Changes to our own organisation."""

from datetime import date

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope, change
from shapan.identity.models import Post, RoleHolding, Unit, User
from shapan.identity.queries import SYSTEM_USERNAME
from shapan.identity.terms import Role
from shapan.kernel.errors import Refused
from shapan.kernel.trees import is_beneath_itself


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
def change_user(*, user_id: int, version: int | None = None, **facts) -> tuple[User, dict[str, list]]:
    """Change facts of a colleague (`unit` and `manager` by id), and say which. Raises EditConflict when somebody else
    did since `version` was read.
    """
    user = _colleague(user_id)
    if facts.get("manager") is not None:
        managers = dict(User.objects.exclude(manager=None).values_list("pk", "manager_id"))
        if is_beneath_itself(user_id, managers | {user_id: facts["manager"]}):
            raise IdentityRefused(_("Nobody can be their own manager."), field="manager_id")
    return user, change(user, version=version, **facts)


def sign_in_token(user_id: int) -> tuple[User, str, str]:
    """The colleague, and what a link carries that lets them choose a password: once, and for three days."""
    user = _colleague(user_id)
    if not user.is_active:
        raise IdentityRefused(_("This colleague is deactivated."))
    return user, urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)


@transaction.atomic
def open_unit(*, name: str, parent: Unit | None = None) -> Unit:
    """A unit of our organisation, once under each parent."""
    unit, _created = Unit.objects.scope(Scope.WRITE).get_or_create(name=name, parent=parent)
    return unit


@transaction.atomic
def add_unit(*, name: str, parent_id: int | None = None) -> Unit:
    """A new unit; refused where one of that name stands already."""
    if Unit.objects.scope(Scope.WRITE).filter(name=name, parent=parent_id).exists():
        raise IdentityRefused(_("This unit is there already."), field="name")
    unit = Unit(name=name, parent_id=parent_id)
    unit.full_clean()
    unit.save()
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


def _colleague(user_id: int) -> User:
    """Anybody but the system, whom nobody changes."""
    user = User.objects.filter(pk=user_id).exclude(username=SYSTEM_USERNAME).first()
    if user is None:
        raise IdentityRefused(_("There is no such colleague."))
    return user
