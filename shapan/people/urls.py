from django.urls import path

from shapan.people import views

app_name = "people"
urlpatterns = [
    path("accounts/<int:account_id>/people/new/", views.enrol, name="enrol"),
    path("appointments/<int:appointment_id>/move/", views.move, name="move"),
    path("appointments/<int:appointment_id>/end/", views.end, name="end"),
    path("people/<int:person_id>/facts/", views.change, name="change"),
    path("people/<int:person_id>/links/", views.link, name="link"),
]
