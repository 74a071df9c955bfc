"""What the project rests on: `make audit` looks for known weaknesses, holds licences to a list and writes the SBOM.

Its own tools are locked in requirements.txt here and live in an environment of their own: nothing that is built or tested
depends on them.
"""
