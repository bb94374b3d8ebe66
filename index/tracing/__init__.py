"""The same quotation in other documents: who has it, since when, from whom, and with which words."""
