"""The matcher for other programs: a wheel for Python and a package for JavaScript, both with the catalogue inside.

`wheel` has hatchling make the first, with what `hook` adds to it; `npm` writes the second. Imports what was compiled.
Never reads a file of the catalogue itself.
"""
