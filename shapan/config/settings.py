"""One file for every installation; what differs comes from the environment.

SHAPAN_HOME           folder for the database, media, logs and the key (default ./var)
DATABASE_URL          a PostgreSQL address; without it, SQLite in SHAPAN_HOME
SHAPAN_SECRET_KEY     created and kept in SHAPAN_HOME when absent
SHAPAN_ALLOWED_HOSTS  names this server answers to, separated by commas (default: this machine only)
SHAPAN_HTTPS          "1" behind a proxy that ends HTTPS and sets X-Forwarded-Proto and -For: secure cookies, HSTS
SHAPAN_SQL_SECONDS    PostgreSQL only: a statement that runs longer is cancelled (default: none is)
SHAPAN_TIME_ZONE      zone of the company's headquarters (default Asia/Shanghai)
SHAPAN_LEVEL_FOUR     "1" adds the fourth level, the ally, to the scale of relationships
SHAPAN_CURRENCY       the currency totals are shown in (default CNY)
SHAPAN_GATES          "warn": gates record unknown deciding people instead of refusing (default refuse)
SHAPAN_CLASS_AMOUNTS  from which amounts a project is of class A and B (default 10000000,2000000)
SHAPAN_DEBUG          "1" on a developer's machine only
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

import dj_database_url

PACKAGE = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def switch(name: str) -> bool:
    return text(name).lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str) -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def kept_secret(home: Path) -> str:
    """The key this installation made for itself the first time it ran, readable by its owner only."""
    file = home / "secret_key"
    if not file.exists():
        mine = home / f"secret_key.{os.getpid()}"
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):  # another process was first
            file.hardlink_to(mine)  # all at once: nobody reads half a key
        mine.unlink()
    return file.read_text()


def database(url: str) -> dict:
    """SQLite goes through our engine; PostgreSQL keeps connections and never prepares statements on its server."""
    if url.startswith("sqlite"):
        return dj_database_url.parse(url) | {"ENGINE": "shapan.foundation.sqlite"}
    found = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    # A prepared statement may get a plan that ignores its values: one search went from 1 ms to 52 ms.
    options = found.setdefault("OPTIONS", {}) | {"prepare_threshold": None, "server_side_binding": False}
    server = ["-c jit=off"]  # compiling a plan took a second, running it a millisecond
    if text("SHAPAN_SQL_SECONDS"):
        server.append(f"-c statement_timeout={float(text('SHAPAN_SQL_SECONDS')) * 1000:.0f}")
    options["options"] = " ".join(filter(None, [options.get("options", ""), *server]))
    return found | {"OPTIONS": options}


HOME = Path(text("SHAPAN_HOME", "var")).resolve()
HOME.mkdir(mode=0o700, parents=True, exist_ok=True)  # dossiers on people live here: nobody else's to read
for folder in ("logs", "media", "static"):
    (HOME / folder).mkdir(exist_ok=True)
DEBUG = switch("SHAPAN_DEBUG")
SECRET_KEY = text("SHAPAN_SECRET_KEY") or kept_secret(HOME)
ALLOWED_HOSTS = words("SHAPAN_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
HTTPS = switch("SHAPAN_HTTPS")
LEVEL_FOUR = switch("SHAPAN_LEVEL_FOUR")
REPORTING_CURRENCY = text("SHAPAN_CURRENCY", "CNY").upper()
GATES_REFUSE = text("SHAPAN_GATES", "refuse") != "warn"
CLASS_AMOUNTS = tuple(int(amount) for amount in text("SHAPAN_CLASS_AMOUNTS", "10000000,2000000").split(","))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "template_partials",
    "django_tasks_db",
    "shapan.foundation",
    "shapan.jobs",
    "shapan.identity",
    "shapan.journal",
    "shapan.sources",
    "shapan.duplicates",
    "shapan.lists",
    "shapan.access",
    "shapan.search",
    "shapan.compliance",
    "shapan.accounts",
    "shapan.people",
    "shapan.teams",
    "shapan.interactions",
    "shapan.decisions",
    "shapan.intelligence",
    "shapan.relationships",
    "shapan.opportunities",
    "shapan.fulfilment",
    "shapan.tenders",
    "shapan.projects",
    "shapan.insight",
    "shapan.imports",
    "shapan.api",
    "shapan.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "shapan.foundation.middleware.SafeHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "shapan.compliance.middleware.Screening",
]

ROOT_URLCONF = "shapan.config.urls"
WSGI_APPLICATION = "shapan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shapan.foundation.context.chrome",
            ],
            "builtins": ["template_partials.templatetags.partials", "django.templatetags.i18n"],
        },
    }
]

DATABASES = {
    "default": database(text("DATABASE_URL"))
    if text("DATABASE_URL")
    else {"ENGINE": "shapan.foundation.sqlite", "NAME": HOME / "shapan.sqlite3"}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_ADAPTER = "shapan.foundation.signing.NoSignUp"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an administrator, who knows the address
ACCOUNT_CHANGE_EMAIL = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Shapan"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0  # else all who come through the proxy share one limit of attempts

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["shapan.foundation.formats"]
TIME_ZONE = text("SHAPAN_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "media"

# What a browser may do with our pages; the content policy is in foundation/middleware.py.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"

EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # nothing is mailed yet, nothing may fail for want of it

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": HOME / "logs" / "shapan.log",
            "maxBytes": 5_000_000,
            "backupCount": 5,
            "encoding": "utf-8",
            "delay": True,
            "formatter": "line",
        },
    },
    "root": {"handlers": ["console", "file"], "level": "WARNING"},
    "loggers": {
        "django": {"level": "INFO", "handlers": [], "propagate": True},
        "django.server": {"handlers": ["console"], "propagate": False},
        "shapan": {"level": "INFO"},
    },
}
