"""What was asked of a list, understood (`conditions`); what a spreadsheet may be given (`cells`). Pure."""
