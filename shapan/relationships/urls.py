from django.urls import path

from shapan.relationships import views

app_name = "relationships"
urlpatterns = [
    path("accounts/<int:account_id>/people/<int:person_id>/evidence/", views.evidence, name="evidence"),
    path("accounts/<int:account_id>/people/<int:person_id>/claims/", views.claim, name="claim"),
    path("accounts/<int:account_id>/people/<int:person_id>/targets/", views.target, name="target"),
    path("accounts/<int:account_id>/people/<int:person_id>/settlement/", views.settle, name="settle"),
    path("accounts/<int:account_id>/people/<int:person_id>/kinds/", views.kind, name="kind"),
    path("kinds/<int:tag_id>/end/", views.end_kind, name="end_kind"),
    path("evidence/<int:evidence_id>/verification/", views.verify, name="verify"),
    path("accounts/<int:account_id>/indicators/<str:indicator>/", views.indicator, name="indicator"),
]
