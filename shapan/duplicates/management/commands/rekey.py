"""`shapan rekey`: writes the keys by which duplicates are found again, for entries older than the keys."""

from django.core.management.base import BaseCommand
from django.db import transaction

from shapan.duplicates import registry
from shapan.foundation.bulk import parts
from shapan.foundation.models import Scope


class Command(BaseCommand):
    help = "Write the keys by which possible duplicates are found again; needed once after an upgrade."

    def handle(self, **_) -> None:
        for kind in registry.KINDS.values():
            ids = kind.table.objects.scope(Scope.SYSTEM).order_by("pk").values_list("pk", flat=True)
            for part in parts(ids, 5000):
                with transaction.atomic():
                    kind.note(part)
