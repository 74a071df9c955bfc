"""The catalogue compiled once: what checks, pages, the command line and both languages read instead of making it again.

Imports the catalogue and the hosts. Knows nothing of pages or MkDocs.
"""
