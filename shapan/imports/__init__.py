"""The company's own files in: read, understood, matched, stored through the actions of the screens, and reported."""
