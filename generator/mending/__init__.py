"""`bouncekb check --fix`: carries out the mends that the checks spell out, and takes back those that don't help.

What to mend stands beside what is wrong, in the checks and the loader, as data (`generator.catalogue.mends`). Here
stands how a file's source is changed (`source`), how that is taken back (`attempt`), and whether it helped (`mender`).
"""

from generator.mending.mender import Mended, mend_catalogue

__all__ = ["Mended", "mend_catalogue"]
