"""Many documents: in this process, in a copy of it or in workers, with limits that hold."""
