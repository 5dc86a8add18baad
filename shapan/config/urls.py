"""Every address of the product; each app brings its own."""

from django.urls import include, path

urlpatterns = [
    path("sign/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("", include("shapan.foundation.urls")),
]
