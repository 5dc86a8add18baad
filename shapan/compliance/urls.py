from django.urls import path

from shapan.compliance import views

app_name = "compliance"
urlpatterns = [
    path("compliance/", views.desk, name="desk"),
    path("compliance/report/", views.report, name="report"),
    path("compliance/<int:quarantine_id>/", views.one, name="one"),
    path("compliance/<int:quarantine_id>/release/", views.release, name="release"),
    path("compliance/<int:quarantine_id>/destruction/", views.destroy, name="destroy"),
]
