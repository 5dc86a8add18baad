"""What every list can do: conditions, columns, views that are kept, export. It knows no list: they register here."""
