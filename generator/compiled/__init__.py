"""The catalogue compiled: what pages, checks, contents script and command line all need, worked out in one place.

`tree` parses texts into trees, which `nodes` describes; `words` answers questions about trees and says them in plain
words; `steps` puts an article's steps in the order in which a reader needs them.
May import the catalogue and Python-Markdown. Knows nothing of pages, the engine or MkDocs.
"""
