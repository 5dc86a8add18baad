"""Where insight hangs itself into the frames below."""
