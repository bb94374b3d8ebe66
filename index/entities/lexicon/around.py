"""Words that stand before and after names of people, places, organisations and teams."""

from index.entities.lexicon.classes import words

PLACE_BEFORE = words(
    """
    in at near from outside inside around across throughout toward towards into through via beyond within
    between northern southern eastern western central downtown northeastern northwestern southeastern
    southwestern off
    """
)
"""Words before the name of a place."""

PLACE_NOUNS = words(
    """
    city town village capital province region district suburb suburbs island port county state municipality
    neighborhood neighbourhood area site sites enclave stronghold hometown
    """
)
"""Nouns that "of" or nothing parts from the place they are about."""

OF_A_RULER = words(
    """
    regime administration government family presidency campaign era clan brothers camp
    """
)
"""What a ruler's name stands before: "the Assad regime"."""

OF_A_PERSON = words(
    """
    wife husband son daughter mother father brother sister parents family widow girlfriend boyfriend lawyer
    lawyers attorney publicist rep aides rival fans predecessor successor career birthday death body regime
    rule speech remarks comments decision
    """
)
"""What a person has: "Araghchi's remarks"."""

OF_A_PLACE = words("capital port suburbs outskirts streets airport province")
"""What a place has: "Syria's capital"."""

OF_AN_ORGANISATION = words("spokesman spokeswoman shares executives headquarters leadership ceo chairman")
"""What an organisation has: "Boeing's shares"."""

PLACE_AFTER = words(
    """
    province region city district airport suburb neighborhood neighbourhood river peninsula town village
    """
)
"""Nouns after the name of a place."""

SPORT_AFTER = words(
    """
    coach coaches fans team squad roster guard guards forward quarterback linebacker lineman receiver pitcher
    tackle cornerback kicker punter rookie shortstop baseman outfielder goalie batsman bowler back
    catcher striker midfielder defender goalkeeper winger hoops offense offence defense fixture locker
    """
)
"""What a team's name stands before."""

TEAM_VERBS = words(
    """
    beat beats blank blanks edge edges rout routs rally rallies lose loses lost stun stuns top tops trounce
    trounces win wins won clinch clinches advance advances sign signs draft drafts waive waives
    hire hires fire fires trade trades acquire acquires
    """
)
"""What teams do in headlines."""

PLAYER_KINDS = words("defensive offensive star rookie veteran running wide starting backup assistant")
"""Words before that of a player's place: "defensive tackle"."""

SPORT_BEFORE = words("win wins victory victories loss losses defeat lost game match triumph clash")
"""Words before "over", "against" or "to" and a team."""

TRUST = words(
    """
    faith confidence interest trust belief role believe believed believes interested disappointed hope hopes
    """
)
"""Words before "in" and a person."""

HELD = words("share shares stake stakes stock stocks investment investors")
"""Words before "in" and a company."""

INTO = words("into inside outside near")
"""Prepositions that stand before a place or a house far sooner than before a person."""

PRESS = words(
    """
    post times journal herald tribune guardian telegraph independent observer economist sun mirror mail star
    globe people gazette chronicle express record standard examiner sentinel courier age australian access
    """
)
"""Plain words that are names of newspapers, and mean them where somebody told them something."""

NICKNAMED = words("known nicknamed nickname dubbed alias aka codenamed code-named pseudonym moniker")
"""Words before what somebody is called, in quotation marks: known as “Deep Throat”."""

CALLED_AS = words("known himself herself themselves itself identity")
"""Words before "as" and what somebody is called."""

TOLD_TO = words(
    "confirmed confirms confirm statement said says spoke interview admitted admits revealed reveals"
)
"""Words before "to" and a newspaper."""

SEIZED = words("seized captured recaptured retook overran besieged liberated shelled bombed occupied")
"""What is done to a town in a war."""

OF_A_TOWN = words("police mayor resident residents native suburb suburbs")
"""Nouns after the name of a town."""

TRAVEL = words(
    """
    travel travels travelled traveled fly flew go went move moved trip visit return returned fled head
    headed
    """
)
"""Words before "to" and a place."""

ORGANISATION_NOUNS_AFTER = words(
    """
    spokesman spokeswoman spokesperson officials official executives executive ceo chairman shares stock
    employees staff members member fighters militants militia leaders leadership commanders troops forces
    headquarters subsidiary customers investors shareholders lawmakers reporters
    """
)

ORGANISATION_NOUNS_BEFORE = words(
    """
    agency group company firm newspaper broadcaster network channel organisation organization party bank
    airline gang crew cartel website site magazine
    publisher militia movement manufacturer maker giant retailer startup
    start-up charity watchdog broadcaster carrier automaker chipmaker conglomerate outlet club insurer
    lender
    """
)
