"""Addresses of the pages people live in."""

from django.urls import path

from shapan.insight.views import account, brief, deciding, lists, parts, sand_table, told

app_name = "insight"
urlpatterns = [
    path("", lists.today, name="today"),
    path("accounts/", lists.account_list, name="accounts"),
    path("accounts/export/<slug:form>/", lists.export_accounts, name="export_accounts"),
    path("accounts/<int:account_id>/", account.house, name="house"),
    path("accounts/<int:account_id>/people/", account.account_people, name="account_people"),
    path("accounts/<int:account_id>/deciding/", deciding.deciding, name="deciding"),
    path("accounts/<int:account_id>/opportunities/", account.deals, name="deals"),
    path("accounts/<int:account_id>/contracts/", account.account_contracts, name="account_contracts"),
    path("accounts/<int:account_id>/timeline/", account.account_timeline, name="timeline"),
    path("accounts/<int:account_id>/house/people/<int:person_id>/", parts.person, name="part_person"),
    path("accounts/<int:account_id>/house/seats/<str:code>/", parts.seat, name="part_seat"),
    path("accounts/<int:account_id>/house/numbers/<str:key>/", parts.number, name="part_number"),
    path("accounts/<int:account_id>/house/departments/<int:department_id>/", parts.department, name="part_department"),
    path("accounts/<int:account_id>/house/roof/<str:segment>/", parts.roof, name="part_roof"),
    path("accounts/<int:account_id>/house/general/", parts.general, name="part_general"),
    path("accounts/<int:account_id>/sand-table/", sand_table.sand_table, name="sand_table"),
    path("accounts/<int:account_id>/sand-table/drawing/", sand_table.drawing, name="sand_drawing"),
    path("accounts/<int:account_id>/sand-table/list/", sand_table.sand_list, name="sand_list"),
    path("accounts/<int:account_id>/sand-table/kinds/", sand_table.board, name="sand_board"),
    path("accounts/<int:account_id>/sand-table/coverage/", sand_table.coverage, name="sand_coverage"),
    path("accounts/<int:account_id>/sand-table/people/<int:person_id>/", sand_table.card, name="sand_card"),
    path("accounts/<int:account_id>/sand-table/posts/<int:post_id>/", sand_table.post, name="sand_post"),
    path("accounts/<int:account_id>/sand-table/links/<int:link_id>/", sand_table.link, name="sand_link"),
    path("people/", lists.people_list, name="people"),
    path("people/export/<slug:form>/", lists.export_people, name="export_people"),
    path("people/<int:person_id>/", lists.person, name="person"),
    path("people/<int:person_id>/brief/", brief.brief, name="brief"),
    path("interactions/<int:interaction_id>/told/", told.told, name="told"),
]
