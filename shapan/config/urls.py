"""Every address of the product; each app brings its own."""

from django.urls import include, path

urlpatterns = [
    path("sign/", include("shapan.foundation.sign_urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("", include("shapan.foundation.urls")),
    path("views/", include("shapan.lists.urls")),
    path("duplicates/", include("shapan.duplicates.urls")),
    path("", include("shapan.access.urls")),
    path("", include("shapan.search.urls")),
    path("", include("shapan.compliance.urls")),
    path("", include("shapan.accounts.urls")),
    path("", include("shapan.people.urls")),
    path("", include("shapan.teams.urls")),
    path("", include("shapan.interactions.urls")),
    path("", include("shapan.decisions.urls")),
    path("", include("shapan.intelligence.urls")),
    path("", include("shapan.relationships.urls")),
    path("", include("shapan.opportunities.urls")),
    path("", include("shapan.fulfilment.urls")),
    path("", include("shapan.tenders.urls")),
    path("", include("shapan.projects.urls")),
    path("", include("shapan.insight.urls")),
    path("", include("shapan.imports.urls")),
    path("", include("shapan.api.urls")),
]
