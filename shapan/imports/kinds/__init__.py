"""One module for each kind of file: cells to rows of the owning app's batch action, references to ids."""
