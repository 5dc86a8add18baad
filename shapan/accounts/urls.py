from django.urls import path

from shapan.accounts import views

app_name = "accounts"
urlpatterns = [
    path("accounts/new/", views.open_account, name="open"),
    path("accounts/<int:account_id>/facts/", views.change_account, name="change"),
    path("accounts/<int:account_id>/facts/<slug:field>/", views.change_cell, name="cell"),
    path("accounts/<int:account_id>/departments/", views.open_department, name="department"),
]
