"""What the long proofs share."""

from __future__ import annotations

from tests.building import ROOT

# The recordings and what they should become are no part of the project. Where they are not beside it, there
# is nothing to hold: the proof is not collected, since a skip would say that a tool is missing.
collect_ignore = [] if (ROOT.parent / "shared" / "gold").is_dir() else ["test_intake_figures.py"]
