from django.urls import path

from shapan.access import views

app_name = "access"
urlpatterns = [
    path("organisation/", views.organisation, name="organisation"),
    path("organisation/units/new/", views.add_unit, name="add_unit"),
    path("colleagues/new/", views.add_colleague, name="add_colleague"),
    path("colleagues/<int:user_id>/", views.change_colleague, name="change_colleague"),
    path("colleagues/<int:user_id>/deactivation/", views.deactivate, name="deactivate"),
    path("colleagues/<int:user_id>/activation/", views.activate, name="activate"),
    path("colleagues/<int:user_id>/sign-in-link/", views.invite, name="invite"),
]
