from django.urls import path

from shapan.interactions.views import capture, outcomes, promises

app_name = "interactions"
urlpatterns = [
    path("interactions/new/", capture.capture, name="capture"),
    path("interactions/day/", capture.spoken_day, name="spoken_day"),
    path("accounts/<int:account_id>/interactions/", capture.capture, name="log"),
    path("interactions/<int:interaction_id>/outcome/", outcomes.outcome, name="outcome"),
    path("promises/<int:promise_id>/keeping/", promises.keep_promise, name="keep_promise"),
    path("promises/<int:promise_id>/reopening/", promises.reopen_promise, name="reopen_promise"),
]
