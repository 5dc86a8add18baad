"""The door for programs: the same reads and acts as the pages, under the rights of whoever made the token."""
