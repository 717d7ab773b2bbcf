"""What the window shows, without Qt: columns, texts, sort keys, colours by name."""
