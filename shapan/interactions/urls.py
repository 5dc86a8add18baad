from django.urls import path

from shapan.interactions import views

app_name = "interactions"
urlpatterns = [
    path("interactions/new/", views.start, name="start"),
    path("accounts/<int:account_id>/interactions/", views.log, name="log"),
    path("promises/<int:promise_id>/keeping/", views.keep_promise, name="keep_promise"),
    path("promises/<int:promise_id>/reopening/", views.reopen_promise, name="reopen_promise"),
]
