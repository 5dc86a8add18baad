from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from shapan.foundation.models import Record, Versioned
from shapan.identity.terms import Role


class Unit(Versioned):
    """A part of our organisation; a tree of any depth."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="identity_unit_once"),
            models.UniqueConstraint(fields=["name"], condition=Q(parent__isnull=True), name="identity_unit_root_once"),
        ]

    def __str__(self):
        return self.name


class UserManager(BaseUserManager):
    """Colleagues are known to every colleague, so this manager needs no scope; Django's sign-in relies on it."""

    def create_user(self, username, email="", password=None, **fields):
        user = self.model(username=username, email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.full_clean(validate_unique=False)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One colleague, or the system itself. Nobody holds a right by a flag here: see `access`."""

    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=10, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        indexes = [
            models.Index(Lower("email"), name="identity_user_email"),
            models.Index(fields=["name"], name="identity_user_name"),
        ]

    def __str__(self):
        return self.name

    def get_full_name(self):
        return self.name


class Post(Versioned):
    """A place in our organisation: a title in a unit, perhaps vacant; whoever heads a unit leads all beneath it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    holder = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    heads = models.BooleanField(default=False)

    def __str__(self):
        return self.title


class RoleHolding(Record):
    """A company-wide role, given to a user from a day to a day."""

    part_of = "user"

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    role = models.CharField(max_length=40, choices=[(role, role) for role in Role])
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(ended_on__isnull=True), name="identity_role_once"
            ),
        ]

    def __str__(self):
        return f"{self.user_id} {self.role}"
