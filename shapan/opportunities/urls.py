from django.urls import path

from shapan.opportunities.views import catalogue, deals, leads, pipeline, reviews

app_name = "opportunities"
urlpatterns = [
    path("opportunities/", deals.board, name="board"),
    path("opportunities/list/", deals.listing, name="list"),
    path("opportunities/timeline/", deals.timeline, name="timeline"),
    path("opportunities/health/", pipeline.health, name="health"),
    path("opportunities/targets/", pipeline.targets, name="targets"),
    path("opportunities/chances/", pipeline.chances, name="chances"),
    path("opportunities/reviews/", reviews.reviews, name="reviews"),
    path("opportunities/new/", deals.open_opportunity, name="open"),
    path("opportunities/<int:opportunity_id>/", deals.one, name="one"),
    path("opportunities/<int:opportunity_id>/review/", reviews.review, name="review"),
    path("opportunities/<int:opportunity_id>/chance/", pipeline.chance, name="chance"),
    path("opportunities/<int:opportunity_id>/facts/", deals.change, name="change"),
    path("opportunities/<int:opportunity_id>/expected/", deals.push, name="push"),
    path("opportunities/<int:opportunity_id>/owner/", deals.owner, name="owner"),
    path("opportunities/<int:opportunity_id>/steps/<slug:to>/", deals.step, name="step"),
    path("accounts/<int:account_id>/opportunities/transfer/", deals.transfer, name="transfer"),
    path("catalogue/", catalogue.catalogue, name="catalogue"),
    path("catalogue/rates/", catalogue.rate, name="rate"),
    path("catalogue/products/", catalogue.product, name="new_product"),
    path("catalogue/products/<int:product_id>/", catalogue.product, name="product"),
    path("leads/", leads.listing, name="leads"),
    path("leads/new/", leads.capture, name="capture_lead"),
    path("leads/<int:lead_id>/", leads.one, name="lead"),
    path("leads/<int:lead_id>/owner/", leads.owner, name="lead_owner"),
    path("leads/<int:lead_id>/steps/<slug:to>/", leads.step, name="lead_step"),
]
