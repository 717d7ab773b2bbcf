"""What surrounds every page: rail, top bar, status bar, command palette."""
