"""Pages of leads, opportunities and the pipeline."""
