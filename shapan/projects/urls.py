from django.urls import path

from shapan.projects.views import authority, elements, gates, pages, units

app_name = "projects"
OF = "opportunities/<int:opportunity_id>/"
urlpatterns = [
    path("projects/", pages.every, name="every"),
    path("authority/", authority.table, name="authority"),
    path("authority/table/", authority.change, name="set_authority"),
    path("authority/delegations/", authority.delegate, name="delegate"),
    path("gates/<int:gate_id>/", gates.gate, name="gate"),
    path(f"{OF}project/", pages.one, name="one"),
    path(f"{OF}project/class/", gates.open_project, name="open"),
    path(f"{OF}elements/", elements.assess, name="assess"),
    path(f"{OF}gates/<str:kind>/", gates.ask, name="ask"),
    path(f"{OF}questions/<slug:about>/", gates.answer, name="answer"),
    path(f"{OF}questions/<slug:about>/owner/", gates.entrust, name="entrust"),
    path(f"{OF}unit/", units.derive, name="derive"),
    path(f"{OF}unit/seats/", units.add_seat, name="add_seat"),
    path(f"{OF}unit/seats/<int:seat_id>/", units.change_seat, name="change_seat"),
    path(f"{OF}unit/seats/<int:seat_id>/holder/", units.seat_person, name="seat_person"),
]
