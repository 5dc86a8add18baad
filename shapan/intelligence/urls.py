from django.urls import path

from shapan.intelligence import views

app_name = "intelligence"
urlpatterns = [
    path("accounts/<int:account_id>/people/<int:person_id>/competitors/", views.competitor, name="competitor"),
]
