"""The `shapan` command: every management command under one short name."""

import os
import sys

from django.core.management import execute_from_command_line


def main(argv: list[str] | None = None) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shapan.config.settings")
    execute_from_command_line(argv or sys.argv)
