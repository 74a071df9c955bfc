"""What the MkDocs plugin does besides talking to MkDocs. Nothing in here imports mkdocs."""
