"""Verbs of those who speak, act and decide."""

from index.entities.lexicon.classes import words

SPEECH = words(
    """
    said says say told tells added adds asked asks wrote writes tweeted posted argued argues claimed claims
    warned warns stated noted notes explained explains insisted insists replied declared continued recalled
    remarked concluded emphasized emphasised stressed reiterated acknowledged admitted denied vowed urged
    expressed hailed accused described joked quipped testified thanked praised criticized criticised tweeted
    responded commented
    """
)

_VERBS = """
    abandon accept accuse acknowledge act admit agree announce answer appeal approve argue arm ask assert
    ban believe blame block boycott call confirm consider cooperate criticise criticize cut decide declare
    demand deny deploy dismiss dispute endorse escalate expect expel explain express extend fear finance
    fund hail halt hope impose indicate insist intend invite lift maintain mediate negotiate object offer
    oppose order pledge prefer promise propose protest publish push ratify reaffirm react recall recognise
    recognize refuse regard reiterate reject repeat reply request respond resume retaliate sanction seek
    sign signal sponsor stress summon supply support suspect suspend threaten urge veto view voice vow want
    warn welcome withdraw withhold
"""

_IRREGULAR = """
    say says saying said tell tells told telling seek seeks sought send sends sent make makes made give gives
    gave see sees saw take takes took think thinks thought feel feels felt know knows knew mean means meant
    hold holds held keep keeps kept withdrew withheld
"""


def _forms() -> frozenset[str]:
    found = set(_IRREGULAR.split())
    for verb in _VERBS.split():
        stem = verb[:-1] if verb.endswith("e") else verb
        third = (
            verb[:-1] + "ies"
            if verb.endswith("ny")
            else verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
        )
        past = verb[:-1] + "ied" if verb.endswith("ny") else stem + "ed"
        found.update((verb, third, past, stem + "ing"))
    return frozenset(found) | SPEECH


ACTS = _forms()
"""Verbs of those who speak, decide and deal with each other, in all forms."""

PERSON_VERBS = words(
    """
    arrived met spoke visited resigned died married divorced born wore smiled laughed wept cried hugged
    pleaded graduated retired tweeted believes thinks hopes felt knew thought wants wanted survived starred
    starring plays played sang dated weds wed
    """
)

PAST = words(
    """
    threw led left ran won lost took made gave got came went began became held put hit beat kept brought
    found fell rose drew broke spent sent built bought sold caught taught fought chose drove ate flew forgot
    forgave grew hid hung knelt lay lent let meant paid quit rang read rode sang sank sat saw shook shot shut
    slept slid stole stood struck swam swore swung tore understood undertook woke withdrew underwent
    overcame oversaw shone split spread stuck sought blew bent bit bled bred dealt dug drank fed
    """
)
"""Past forms of verbs that are not made with -ed."""

PRESENT = words(
    """
    returns throws wins loses leads hits scores joins leaves quits resigns dies gets goes comes makes takes
    becomes begins breaks brings calls catches chooses draws drives eats enters faces falls fights finds flies
    gives grows hears helps hires kicks kills knows lands lives loves meets misses moves needs opens passes
    pays picks puts raises reaches remains retires reveals rises runs saves sees sells sends serves sets sits
    speaks spends stands starts stays steps stops struggles suffers talks tries turns uses visits votes waits
    walks works tops beats slams eyes
    """
)
"""What somebody does, as headlines say it."""

AUXILIARIES = words("is was has had will would could did does may might must should can also later")
"""Verbs and adverbs that follow a subject."""
