from django.urls import path

from shapan.lists import views

app_name = "lists"
urlpatterns = [
    path("<slug:page>/", views.keep, name="keep"),
    path("<int:view_id>/removal/", views.forget, name="forget"),
]
