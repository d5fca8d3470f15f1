"""Documents as git has them: what is staged, what a commit held, and what a document was called before.

Reads only, with plumbing, and never over the network. Nothing that lies in a repository can make git start a
program: see `termlint.files.git.trust`.
"""

from termlint.files.git.changes import Changes
from termlint.files.git.repository import INDEX, Repository

__all__ = ["INDEX", "Changes", "Repository"]
