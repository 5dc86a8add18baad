from django.urls import path

from shapan.lists import views

app_name = "lists"
urlpatterns = [
    path("acts/<slug:name>/", views.act, name="act"),
    path("acts/<int:act_id>/undoing/", views.take_back, name="take_back"),
    path("<int:view_id>/removal/", views.forget, name="forget"),
    path("<slug:page>/", views.keep, name="keep"),
]
