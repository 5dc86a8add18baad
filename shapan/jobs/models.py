from django.db import models

from shapan.foundation.models import Record


class Pulse(Record):
    """A worker's last sign of life. While it is fresh, the tasks this worker runs are its own."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField()

    def __str__(self):
        return self.worker_id
