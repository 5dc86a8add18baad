"""The server inside `shapan serve`: gunicorn, driven from Python so that there is one command and no second file."""

import signal
import threading
from collections.abc import Callable
from typing import Protocol

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter


class Beside(Protocol):
    """Something that runs in a thread of each serving process, until told to stop."""

    ended: threading.Event

    def run(self) -> None: ...

    def stop(self) -> None: ...


PATIENCE = 15  # seconds that what runs beside the pages has for its last step
_makers: list[Callable[[], Beside | None]] = []
_running: list[Beside] = []


def run_beside(make: Callable[[], Beside | None]) -> None:
    """Upper apps name here what runs beside the pages. None: nothing, in this installation."""
    _makers.append(make)


def run(*, host: str, port: int, workers: int, threads: int, ready: Callable[[], None]) -> None:
    """Answer until told to stop; requests under way are finished first."""
    _Application(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "preload_app": True,  # loaded once, shared by the workers: less memory, sooner ready
            "timeout": 120,
            "graceful_timeout": 20,
            "loglevel": "warning",
            "proc_name": "shapan",
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: ready(),
            "post_worker_init": _begin,
            "worker_exit": lambda _arbiter, _worker: _end(),
        }
    ).run()


class _Application(BaseApplication):
    def __init__(self, options: dict) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        return get_wsgi_application()

    def run(self) -> None:
        _PatientArbiter(self).run()


class _PatientArbiter(Arbiter):
    """Ctrl-C lets requests under way end, as TERM does; a second one does not."""

    def handle_int(self) -> None:
        self.handle_term()


def _begin(_worker) -> None:
    """A terminal sends Ctrl-C to every process; the workers wait for the arbiter's word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _running.extend(one for make in _makers if (one := make()) is not None)
    for one in _running:
        threading.Thread(target=one.run, name="shapan-beside", daemon=True).start()


def _end() -> None:
    for one in _running:
        one.stop()
    for one in _running:
        one.ended.wait(PATIENCE)
