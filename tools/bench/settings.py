"""The product's own settings; only the packing of static files is left out, which no page waits for."""

from shapan.config.settings import *  # noqa: F403 -- all of them

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}  # noqa: F405 -- from there
