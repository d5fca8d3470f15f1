"""Documents as git has them: what is staged, what a commit held, and what a document was called before.

Reads only, with plumbing, and never over the network. Nothing that lies in a repository can make git start a
program: see `termlint.git.trust`.
"""

from termlint.git.changes import Changes
from termlint.git.repository import INDEX, Repository

__all__ = ["INDEX", "Changes", "Repository"]
