"""The reading room: everything a person sees or types."""
