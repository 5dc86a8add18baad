from django.urls import path

from shapan.opportunities import views

app_name = "opportunities"
urlpatterns = [
    path("opportunities/", views.board, name="board"),
    path("opportunities/list/", views.listing, name="list"),
    path("opportunities/new/", views.open_opportunity, name="open"),
    path("opportunities/<int:opportunity_id>/", views.one, name="one"),
    path("opportunities/<int:opportunity_id>/facts/", views.change, name="change"),
    path("opportunities/<int:opportunity_id>/expected/", views.push, name="push"),
    path("opportunities/<int:opportunity_id>/owner/", views.owner, name="owner"),
    path("opportunities/<int:opportunity_id>/steps/<slug:to>/", views.step, name="step"),
]
