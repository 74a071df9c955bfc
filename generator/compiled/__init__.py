"""The catalogue compiled once: what checks, pages, the command line and both languages read instead of making it again.

`index` makes the match index, with `anchors` and `store` behind it. `tree` parses texts into trees, which `nodes`
describes; `words` answers questions about trees and says them in plain words; `steps` puts an article's steps in the
order in which a reader needs them.
May import the catalogue, the hosts and Python-Markdown. Knows nothing of pages or MkDocs.
"""
