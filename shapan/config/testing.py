"""Settings for the tests: the product's own, with a cheap password hash and a home that is thrown away."""

import atexit
import os
import tempfile

if "SHAPAN_HOME" not in os.environ:
    home = tempfile.TemporaryDirectory(prefix="shapan-test-")
    atexit.register(home.cleanup)
    os.environ["SHAPAN_HOME"] = home.name

from shapan.config.settings import *  # noqa: F403 -- the home must be named before the settings are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"] == "shapan.foundation.sqlite":  # noqa: F405 -- from the settings above
    # Said aloud, because the test runner knows only Django's own SQLite and would give each process a file.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405 -- from the settings above
