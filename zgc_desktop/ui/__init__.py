"""The window: the only room, with the start module, that speaks Qt."""
