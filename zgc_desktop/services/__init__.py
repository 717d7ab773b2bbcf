"""Use cases: one module, one transaction each."""
