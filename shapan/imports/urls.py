from django.urls import path

from shapan.imports import views

app_name = "imports"
urlpatterns = [
    path("imports/", views.every, name="every"),
    path("imports/new/", views.new, name="new"),
    path("imports/<int:import_id>/", views.one, name="one"),
    path("imports/<int:import_id>/columns/", views.columns, name="columns"),
    path("imports/<int:import_id>/storing/", views.storing, name="storing"),
    path("imports/<int:import_id>/joins/", views.joins, name="joins"),
    path("imports/<int:import_id>/undoing/", views.undoing, name="undoing"),
    path("imports/<int:import_id>/rejected.csv", views.rejected, name="rejected"),
]
