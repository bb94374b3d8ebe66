"""German words around ordinals, which are a number with a full stop: am 21. Februar, im 2. Weltkrieg."""

_BEHIND = """
januar jänner februar feber märz maerz mrz mai juni juli oktober okt dezember dez
jahrhundert jahrhunderts jahrhunderte jahrtausend jahrtausends weltkrieg weltkriegs weltkrieges
bundestag bundestags geburtstag geburtstags jahrestag jahrestags lebensjahr lebensjahrs lebensjahres
spieltag spieltags spielminute
"""
BEHIND_ORDINALS = frozenset(_BEHIND.split())
"""Words before which a number with a full stop is an ordinal, whatever stands before it."""

MONTHS_OF_BOTH = frozenset(("april", "apr", "august", "aug", "september", "sept", "november", "nov"))
"""Months that German and English write alike."""

_BEFORE = """
am vom zum beim im ab bis seit der die das den dem des dieser diesen diesem jeder jeden jedem und oder
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
"""
BEFORE_ORDINALS = frozenset(_BEFORE.split())
"""Words that stand before the number of a day."""
