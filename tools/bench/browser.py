"""A signed-in colleague who asks the WSGI application itself: middleware, session and connection as on a server.

Django's test client would keep the database connection from one request to the next; here it is closed when the
product's settings say so, and opening it again is part of the time.
"""

from http import HTTPStatus
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client


class Browser:
    def __init__(self, application: WSGIHandler, user_id: int):
        self.application, self.user_id = application, user_id
        door = Client(SERVER_NAME="localhost")
        door.force_login(get_user_model().objects.get(pk=user_id))
        name = settings.SESSION_COOKIE_NAME
        self.cookie = f"{name}={door.cookies[name].value}"

    def get(self, address: str) -> bytes:
        path, query = urlsplit(address)[2:4]
        request = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": self.cookie, "HTTP_HOST": "localhost"}
        setup_testing_defaults(request)
        told = []
        answer = self.application(request, lambda status, _headers, _broken=None: told.append(status))
        page = b"".join(answer)
        answer.close()
        if not told[0].startswith(str(HTTPStatus.OK.value)):
            raise RuntimeError(f"{address} answered {told[0]} to user {self.user_id}.")
        return page
