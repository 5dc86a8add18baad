"""What the pages of insight show, composed from the apps below."""
