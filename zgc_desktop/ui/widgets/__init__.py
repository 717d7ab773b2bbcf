"""Building blocks every page uses."""
