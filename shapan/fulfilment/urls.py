from django.urls import path

from shapan.fulfilment.views import acceptances, contracts, money, plan

app_name = "fulfilment"
urlpatterns = [
    path("contracts/", contracts.listing, name="contracts"),
    path("contracts/new/", contracts.open_contract, name="open"),
    path("contracts/<int:contract_id>/", contracts.contract, name="contract"),
    path("contracts/<int:contract_id>/facts/", contracts.change, name="change"),
    path("contracts/<int:contract_id>/steps/<slug:to>/", contracts.step, name="step"),
    path("contracts/<int:contract_id>/deliverables/", plan.add_deliverable, name="add_deliverable"),
    path("contracts/<int:contract_id>/payments/", plan.add_node, name="add_node"),
    path("contracts/<int:contract_id>/acceptances/", acceptances.plan, name="plan_acceptance"),
    path("follow-ups/<int:follow_up_id>/", contracts.follow_up, name="follow_up"),
    path("deliverables/<int:deliverable_id>/", plan.change_deliverable, name="change_deliverable"),
    path("deliverables/<int:deliverable_id>/removal/", plan.remove_deliverable, name="remove_deliverable"),
    path("deliverables/<int:deliverable_id>/delivery/", plan.deliver, name="deliver"),
    path("deliverables/<int:deliverable_id>/day/", plan.move, name="move"),
    path("payments/<int:node_id>/", plan.change_node, name="change_node"),
    path("payments/<int:node_id>/removal/", plan.remove_node, name="remove_node"),
    path("payments/<int:node_id>/invoices/", money.draft, name="draft"),
    path("acceptances/<int:acceptance_id>/", acceptances.one, name="acceptance"),
    path("acceptances/<int:acceptance_id>/facts/", acceptances.change, name="change_acceptance"),
    path("acceptances/<int:acceptance_id>/steps/<slug:to>/", acceptances.step, name="step_acceptance"),
    path("acceptances/<int:acceptance_id>/issues/", acceptances.raise_issue, name="raise_issue"),
    path("acceptances/items/<int:item_id>/", acceptances.judge, name="judge"),
    path("acceptances/issues/<int:issue_id>/", acceptances.close_issue, name="close_issue"),
    path("invoices/<int:invoice_id>/steps/<slug:to>/", money.step, name="step_invoice"),
    path("invoices/<int:invoice_id>/dispute/", money.dispute, name="dispute"),
    path("accounts/<int:account_id>/receipts/", money.receive, name="receive"),
    path("receipts/<int:receipt_id>/", money.receipt, name="receipt"),
    path("receipts/<int:receipt_id>/allocations/", money.allocate, name="allocate"),
    path("receipts/<int:receipt_id>/refunds/", money.refund, name="refund"),
    path("allocations/<int:allocation_id>/release/", money.release, name="release"),
    path("cash/", money.cash, name="cash"),
    path("cash/invoices.<slug:form>", money.export, name="export"),
]
