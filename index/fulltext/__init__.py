"""Finding in the articles: what a word is, what a query means, and where it is met."""
