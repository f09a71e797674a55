"""The built-in exporters. They are plugins like anyone's: see `chrono.hookspecs`."""
