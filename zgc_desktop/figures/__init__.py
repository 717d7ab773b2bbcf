"""Pictures laid out once: neutral scenes that the window paints and the reports print."""
