from django.urls import path

from shapan.duplicates import views

app_name = "duplicates"
urlpatterns = [
    path("<slug:kind>/", views.queue, name="queue"),
    path("<slug:kind>/hints/", views.hints, name="hints"),
    path("<slug:kind>/<int:kept_id>/<int:away_id>/", views.compare, name="compare"),
    path("<slug:kind>/<int:first_id>/<int:second_id>/apart/", views.tell_apart, name="apart"),
    path("merges/<int:merge_id>/undoing/", views.undo, name="undo"),
]
