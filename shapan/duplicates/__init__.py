"""Who or what may be written down twice, and how two entries become one without losing anything.

A low app: it knows neither persons nor companies. They register here what may be compared (`registry.Kind`), and every
app with rows about them registers how these move (`registry.holds`).
"""
