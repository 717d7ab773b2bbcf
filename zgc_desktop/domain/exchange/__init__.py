"""Exchange by file (交换): what a package says of itself, the self-check stamp, and case slips that merge in any order."""
