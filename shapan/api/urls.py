from django.urls import include, path

from shapan.api import views
from shapan.api.v1 import api

pages = [
    path("", views.tokens, name="tokens"),
    path("<int:token_id>/revocation/", views.revoke, name="revoke"),
]
urlpatterns = [
    path("settings/tokens/", include((pages, "tokens"))),
    path("api/v1/", api.urls),
]
