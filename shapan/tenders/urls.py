from django.urls import path

from shapan.tenders import views

app_name = "tenders"
urlpatterns = [
    path("opportunities/<int:opportunity_id>/tenders/", views.open_tender, name="open"),
    path("tenders/<int:tender_id>/", views.one, name="one"),
    path("tenders/<int:tender_id>/facts/", views.change, name="change"),
    path("tenders/<int:tender_id>/days/", views.days, name="days"),
    path("tenders/<int:tender_id>/steps/<slug:to>/", views.step, name="step"),
    path("tenders/<int:tender_id>/again/", views.retender, name="retender"),
    path("tenders/<int:tender_id>/lots/", views.add_lot, name="lot"),
    path("lots/<int:lot_id>/bidder/", views.support, name="support"),
    path("lots/<int:lot_id>/bidder/end/", views.end_support, name="end_support"),
]
