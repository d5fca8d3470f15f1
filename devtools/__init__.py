"""What dev.py works with: environments, the Pythons of this machine, the versions that everyone has."""
