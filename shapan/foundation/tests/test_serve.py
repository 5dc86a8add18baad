"""`shapan serve` as a user has it: a process, a port, a signal."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

SLOW_SERVER = """
import sys, time
from shapan.foundation import server

def answer(environ, start_response):
    time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"finished"]

server.get_wsgi_application = lambda: answer
server.run(host="127.0.0.1", port=int(sys.argv[1]), workers=1, threads=2, ready=lambda: print("ready", flush=True))
"""


SHAPAN = ("-c", "from shapan.config.command import main; main()", "serve", "--port")


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(*arguments, **environment):
    """The process, once it says that it is ready; and what it said before."""
    clean = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=clean | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    try:
        said = []
        for line in process.stdout:
            said.append(line)
            if "http://" in line or line.strip() == "ready":
                break
        yield process, "".join(said)
    finally:
        process.kill()
        process.communicate()


def get(url, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as response:  # noqa: S310 -- ours
        return response.read(), response.headers


def test_serve_prepares_once_answers_and_stops(tmp_path, port):
    command = (*SHAPAN, str(port))
    with running(*command, SHAPAN_HOME=str(tmp_path)) as (process, said):
        assert "Preparing the database" in said
        page, _ = get(f"http://127.0.0.1:{port}/sign/login/")
        assert b"csrfmiddlewaretoken" in page
        names = json.loads((tmp_path / "static" / "staticfiles.json").read_text())["paths"]
        script = next(hashed for name, hashed in names.items() if name.endswith(".js"))
        _, headers = get(f"http://127.0.0.1:{port}/static/{script}", **{"Accept-Encoding": "br"})
        assert "immutable" in headers["Cache-Control"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0

    with running(*command, SHAPAN_HOME=str(tmp_path)) as (process, said):
        assert said == f"Shapan is at http://127.0.0.1:{port}/  (stop with Ctrl-C)\n"


def test_serve_refuses_an_unsafe_installation(tmp_path, port):
    unsafe = {"SHAPAN_HOME": str(tmp_path), "SHAPAN_ALLOWED_HOSTS": "*"}
    with running(*SHAPAN, str(port), **unsafe) as (process, beginning):
        said = beginning + process.stdout.read()
        assert process.wait(20) != 0
    assert "shapan.E004" in said
    assert "Preparing" not in said


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_request_under_way_is_finished(tmp_path, port, stop):
    with running("-c", SLOW_SERVER, str(port), SHAPAN_HOME=str(tmp_path)) as (process, _):
        time.sleep(0.3)
        with socket.create_connection(("127.0.0.1", port), timeout=20) as caller:
            caller.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            time.sleep(0.3)
            process.send_signal(stop)
            answer = b"".join(iter(lambda: caller.recv(4096), b""))
        assert b"finished" in answer
        assert process.wait(20) == 0
