"""`bouncekb diff`: whose answer a change moves.

Each side is a catalogue and the program that answers with it (`sides`). Both are asked the same things (`cases`,
`comparison`); what differs is sorted by what it means (`moves`) and said to people (`report`). Imports the catalogue's
reader; never the engine: each side runs its own.
"""
