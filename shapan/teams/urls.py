from django.urls import path

from shapan.teams import views

app_name = "teams"
urlpatterns = [
    path("accounts/<int:account_id>/team/", views.seats, name="seats"),
    path("seats/<int:seat_id>/end/", views.leave, name="leave"),
]
