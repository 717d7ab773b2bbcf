"""Rules of the field: standard library only, no files, no clock, no SQL, no Qt."""
