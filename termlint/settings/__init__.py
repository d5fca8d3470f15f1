"""Settings: find the file, read it, say plainly what is wrong with it."""

from termlint.settings.check import read
from termlint.settings.locate import Nearest, nearest, user_file
from termlint.settings.model import Exempt, FailOn, Limits, Settings

__all__ = ["Exempt", "FailOn", "Limits", "Nearest", "Settings", "nearest", "read", "user_file"]
