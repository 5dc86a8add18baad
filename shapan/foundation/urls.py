from django.urls import path

from shapan.foundation import views

app_name = "foundation"
urlpatterns = [
    path("theme/", views.theme, name="theme"),
]
