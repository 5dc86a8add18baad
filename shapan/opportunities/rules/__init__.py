"""Pure arithmetic of leads and opportunities; every answer comes with its parts."""
