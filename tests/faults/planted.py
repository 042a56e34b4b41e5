"""Every fault that is planted, as data."""

from __future__ import annotations

from tests.faults.planted_files import FILES
from tests.faults.planted_host import HOSTS_WORDS
from tests.faults.planted_programme import PROGRAMME
from tests.faults.planted_records import RECORD_FILES
from tests.faults.planted_reviews import REVIEWS
from tests.faults.planted_times import TIMES
from tests.faults.planted_translations import TRANSLATIONS
from tests.faults.planted_values import VALUES

PLANTED = FILES + VALUES + PROGRAMME + TIMES + RECORD_FILES + TRANSLATIONS + HOSTS_WORDS + REVIEWS
"""One for each kind of mistake that people make, and for some that they make on purpose."""

TOGETHER = tuple(planted for planted in PLANTED if not planted.alone)
"""Those that leave each other visible: all in one content folder, all found in one run."""
