"""The one table of the window: model, painting, header, totals, filters."""
