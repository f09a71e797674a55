"""chrono turns news articles into chronologies."""
