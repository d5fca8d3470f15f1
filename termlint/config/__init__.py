"""Settings: find the file, read it, say plainly what is wrong with it."""

from termlint.config.check import read
from termlint.config.locate import Nearest, nearest, user_file
from termlint.config.model import Exempt, FailOn, Limits, Settings

__all__ = ["Exempt", "FailOn", "Limits", "Nearest", "Settings", "nearest", "read", "user_file"]
