"""Settings for the tests: the product's own, with a cheap password hash and a home that is thrown away."""

import os
import tempfile

os.environ.setdefault("SHAPAN_HOME", tempfile.mkdtemp(prefix="shapan-test-"))

from shapan.config.settings import *  # noqa: F403 -- the home must be named before the settings are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
