#!/usr/bin/env python
"""For developers; users have the `shapan` command."""

from shapan.config.command import main

if __name__ == "__main__":
    main()
