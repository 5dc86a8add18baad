"""`shapan serve` runs one worker in each of its processes on SQLite; a server runs `shapan worker` beside it."""

from django.db import connection

from shapan.foundation import server
from shapan.jobs.worker import Worker


def beside_the_pages() -> Worker | None:
    return Worker() if connection.vendor == "sqlite" else None


server.run_beside(beside_the_pages)
