"""Articles that are copies of one another: the same report as two outlets printed it, with few changes.

How such articles are told from others is said in decision 13.
"""
