"""Work that goes on after the answer: tasks wait in the database, workers take them, and a worker that dies loses its
task to the next one.
"""
