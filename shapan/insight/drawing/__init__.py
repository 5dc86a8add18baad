"""Pictures as numbers: where every line of a drawing stands. Pure geometry; templates turn it into SVG."""
