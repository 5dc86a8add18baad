from django.urls import path

from shapan.decisions.views import modes, seats

app_name = "decisions"
urlpatterns = [
    path("accounts/<int:account_id>/deciding/new/", modes.record, name="record_mode"),
    path("decision-modes/<int:mode_id>/", modes.change, name="change_mode"),
    path("decision-modes/<int:mode_id>/end/", modes.end, name="end_mode"),
    path("accounts/<int:account_id>/seats/<str:code>/", seats.seat, name="seat"),
    path("accounts/<int:account_id>/people/<int:person_id>/seat/", seats.holder, name="holder"),
    path("decision-seats/<int:seat_id>/end/", seats.end_seat, name="end_seat"),
    path("seat-holders/<int:holder_id>/end/", seats.end_holder, name="end_holder"),
]
