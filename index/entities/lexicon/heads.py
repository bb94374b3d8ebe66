"""Nouns that tell what the name they begin or end is of."""

from index.entities.lexicon.classes import words
from index.entities.model import EntityType

ORGANISATION_HEADS = words(
    """
    ministry department office bureau agency authority administration commission committee council board
    unit court courts tribunal parliament assembly senate congress chamber cabinet government governments
    embassy consulate mission army navy force forces guard guards corps brigade brigades battalion regiment
    division command police constabulary militia legion fleet squadron marines party front movement union
    federation confederation coalition alliance league bloc organisation organization association society
    foundation trust fund institute institutes institution academy university college school faculty
    observatory laboratory laboratories lab labs center centre museum gallery library theatre theater
    orchestra philharmonic symphony opera ballet church cathedral archdiocese diocese synod bank bancorp
    exchange group company companies corporation corp corp. inc inc. ltd ltd. llc plc co co. gmbh ag
    holdings holding industries enterprises enterprise partners associates systems technologies technology
    solutions services service networks network communications telecom media entertainment foods pictures
    studios studio records motors airlines airways aviation aerospace energy petroleum oil gas electric
    power steel pharmaceuticals pharma laboratories insurance capital securities investments financial
    airline news times post journal tribune herald gazette chronicle telegraph guardian observer press daily
    weekly magazine newspaper radio television tv broadcasting channel club fc united rovers athletic
    wanderers hospital clinic hospitals patrol directorate secretariat inspectorate taskforce panel campaign
    initiative programme syndicate cartel gang mafia brotherhood regime junta politburo presidium caucus
    team squad treasury judiciary conservancy guild
    """
)
"""Nouns that end the name of an organisation, or begin one before "of"."""

INSTITUTIONS = words(
    """
    academy agency assembly association authority board bureau center centre chamber church coalition college
    commission committee consortium council court department directorate federation foundation institute
    league ministry navy observatory organisation organization parliament secretariat senate society treasury
    tribunal union university
    """
)
"""Nouns that with "the" and a capital are short for a full name: the Academy."""

HOUSES = words("center centre clinic hospital hotel resort museum hall stadium arena theatre theater gallery")
"""Nouns that are left away where it is plain which house is meant."""

CURING = words("center centre clinic treatment rehab rehabilitation medical recovery")
"""Words of which now some, now others end the name of one and the same clinic."""

ARMS_OF_STATE = frozenset(
    tuple(words.split())
    for words in (
        "government", "army", "navy", "parliament", "police", "regime", "embassy", "cabinet",
        "air force", "coast guard", "armed forces", "security forces", "special forces", "central bank",
        "supreme court", "foreign ministry", "defence ministry", "defense ministry", "interior ministry",
        "finance ministry", "health ministry", "justice ministry", "oil ministry", "intelligence ministry",
    )
)  # fmt: skip
"""What of a state is named after its people, without a capital: the Syrian army."""

OPENING_HEADS = words(
    """
    ministry department office bureau agency board council committee commission court bank university college
    school institute academy house church museum party federation union association society organisation
    organization league chamber embassy government republic kingdom gulf strait straits bay sea isle city
    battle treaty charter declaration convention constitution
    """
)
"""Nouns that begin a name before "of" even where a sentence begins with them."""

LEGAL_SUFFIXES = words(
    """
    inc inc. corp corp. corporation co co. company ltd ltd. limited llc plc gmbh ag sa s.a. nv n.v. spa
    s.p.a. pty llp lp ab oyj se
    """
)

EVENT_HEADS = words(
    """
    war wars summit olympics games championship championships cup tournament festival conference revolution
    uprising massacre genocide intifada crusade crusades battle siege offensive riots riot earthquake
    hurricane tsunami blitz marathon derby prix awards election elections referendum expo fair carnival
    famine pandemic
    """
)

EVENT_FIRST = words("operation hurricane cyclone typhoon battle siege storm")
"""Words that begin the name of an event: Operation Desert Storm, Battle of Mosul."""

WORK_HEADS = words(
    """
    treaty charter act accord accords agreement agreements convention conventions declaration protocol
    protocols constitution resolution order pact bill code directive memorandum communique doctrine amendment
    covenant statute gospel psalm
    """
)

PLACE_HEADS = words(
    """
    province governorate region district county prefecture oblast krai republic state territory city town
    village river lake sea ocean strait straits gulf bay channel canal coast cape peninsula island islands
    isle isles mountain mountains mount hills hill valley desert plain plains plateau forest jungle basin
    delta glacier volcano street avenue ave ave. road boulevard blvd blvd. lane highway freeway square plaza
    park bridge tunnel airport port harbor harbour station beach heights falls creek springs canyon island
    reef cove ridge neighborhood neighbourhood suburb airfield airbase base camp prison jail tower towers
    building palace castle stadium dome gate wall courthouse precinct arena hotel mall cemetery zone
    crossing shrine mosque temple site plant garden gardens
    """
)

PLACE_FIRST = words(
    """
    mount lake camp fort port cape san santa santo saint st. st new north south east west el los las la tel
    deir khan wadi mt mt. ft ft.
    """
)
"""Words that begin the name of a place."""

DIRECTIONS = words(
    """
    north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern upper lower mainland downtown greater old
    """
)

SHIPS = words("ins mv uss hms rms hmas hmcs")
"""What stands before the name of a ship."""

HEADS: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_HEADS, "place"),
    **dict.fromkeys(EVENT_HEADS, "event"),
    **dict.fromkeys(WORK_HEADS, "work"),
    **dict.fromkeys(ORGANISATION_HEADS, "organisation"),
}
"""Nouns that tell what the name they end is of."""
