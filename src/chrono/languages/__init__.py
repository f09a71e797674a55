"""The languages that chrono reads, one package each, as values."""
