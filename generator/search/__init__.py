"""The site's own search: what it knows of every page of one language, as a script that a page fetches on focus.

`search_index` is all that others need. Imports the catalogue, the compiled texts and the words; knows neither pages nor
MkDocs. How a query is answered stands in `generator/find/`, how it looks in `generator/view/find/`.
"""

from generator.search.script import search_index, search_script

__all__ = ["search_index", "search_script"]
