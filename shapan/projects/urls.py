from django.urls import path

from shapan.projects.views import elements, pages, units

app_name = "projects"
urlpatterns = [
    path("opportunities/<int:opportunity_id>/project/", pages.one, name="one"),
    path("opportunities/<int:opportunity_id>/elements/", elements.assess, name="assess"),
    path("opportunities/<int:opportunity_id>/unit/", units.derive, name="derive"),
    path("opportunities/<int:opportunity_id>/unit/seats/", units.add_seat, name="add_seat"),
    path("opportunities/<int:opportunity_id>/unit/seats/<int:seat_id>/", units.change_seat, name="change_seat"),
    path("opportunities/<int:opportunity_id>/unit/seats/<int:seat_id>/holder/", units.seat_person, name="seat_person"),
]
