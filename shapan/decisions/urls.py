from django.urls import path

from shapan.decisions import views

app_name = "decisions"
urlpatterns = [
    path("accounts/<int:account_id>/seats/<str:code>/", views.seat, name="seat"),
    path("accounts/<int:account_id>/people/<int:person_id>/seat/", views.holder, name="holder"),
    path("decision-seats/<int:seat_id>/end/", views.end_seat, name="end_seat"),
    path("seat-holders/<int:holder_id>/end/", views.end_holder, name="end_holder"),
]
