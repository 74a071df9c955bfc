"""The site's own search: what it knows of every page of one language, as a script that a page fetches on focus.

`search_code` and `search_script` are all that others need. Imports the catalogue, the compiled texts, the linker and
the words; knows neither pages nor MkDocs. How a query is answered stands in `generator/find/`, how it looks in
`generator/view/find/`.
"""

from generator.search.script import search_code, search_script

__all__ = ["search_code", "search_script"]
