"""Settings: find the file, read it, say plainly what is wrong with it."""

from termlint.config.check import read
from termlint.config.model import Exempt, FailOn, Limits, Settings
from termlint.config.source import nearest

__all__ = ["Exempt", "FailOn", "Limits", "Settings", "nearest", "read"]
