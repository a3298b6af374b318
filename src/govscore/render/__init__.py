"""From a result to what people and programs read: words, formats, terminal views, pages."""
