"""What must hold of a built site, whatever engine built it."""

from generator.checks.site.check import check_site
from generator.checks.site.fault import SiteFault

__all__ = ["SiteFault", "check_site"]
