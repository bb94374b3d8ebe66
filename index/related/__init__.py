"""Which passages of other documents speak of the same thing, and why."""
