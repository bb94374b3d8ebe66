"""Spellings of one English word on both sides of the ocean, and others that are both right.

The result is a key under which the spellings meet; it need not be one of them.
"""

import re

_PAIRS = """
abridgement abridgment, acknowledgement acknowledgment, adviser advisor, aeroplane airplane, afterwards
afterward, aluminium aluminum, amphitheatre amphitheater, analogue analog, appal appall, artefact artifact,
barbeque barbecue, behove behoove, calibre caliber, carburettor carburetor, carcase carcass, catalogue
catalog, centimetre centimeter, centre center, chilli chili, connexion connection, cosy cozy, councillor
councilor, counsellor counselor, cypher cipher, defence defense, defenceless defenseless, despatch dispatch,
dialogue dialog, disc disk, distil distill, dueller dueler, enquire inquire, enquiry inquiry, enrol enroll,
enrolment enrollment, enthral enthrall, epicentre epicenter, epilogue epilog, fibre fiber, fibreglass
fiberglass, fulfil fulfill, fulfilment fulfillment, furore furor, gaol jail, gipsy gypsy, goitre goiter,
grey gray, greyer grayer, instal install, instalment installment, instil instill, jeweller jeweler,
jewellery jewelry, judgement judgment, judgemental judgmental, kidnapper kidnaper, kilometre kilometer,
labeller labeler, leveller leveler, libellous libelous, licence license, likeable likable, liquorice
licorice, litre liter, lustre luster, manoeuvre maneuver, marvellous marvelous, meagre meager, metre meter,
millilitre milliliter, millimetre millimeter, mitre miter, modeller modeler, mollusc mollusk, monologue
monolog, mould mold, mouldy moldy, moult molt, moustache mustache, multicentre multicenter, nanometre
nanometer, ochre ocher, offence offense, omelette omelet, outmanoeuvre outmaneuver, pedlar peddler, plough
plow, practise practice, pretence pretense, programme program, prologue prolog, protestor protester, pyjamas
pajamas, reflexion reflection, sabre saber, saleable salable, saltpetre saltpeter, sceptic skeptic,
sceptical skeptical, scepticism skepticism, sceptre scepter, sepulchre sepulcher, signaller signaler,
sizeable sizable, skilful skillful, skilfully skillfully, smoulder smolder, snowplough snowplow, sombre
somber, speciality specialty, spectre specter, sulphate sulfate, sulphide sulfide, sulphur sulfur, sulphuric
sulfuric, theatre theater, towards toward, tranquillity tranquility, traveller traveler, travelogue
travelog, waggon wagon, whisky whiskey, wilful willful, wilfully willfully, woollen woolen, worshipper
worshiper, yoghourt yogurt, yoghurt yogurt
"""

_SPELLINGS = {
    word: words.split()[-1] for words in " ".join(_PAIRS.split()).split(",") for word in words.split()[:-1]
}

_OUR = re.compile(
    r"((?:anti|de|dis|en|mis|over|pre|re|un|under)?"
    r"(?:ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|misdemean|neighb|od|parl"
    r"|ranc|rig|rum|savi?|splend|succ|tum|val|vap|vig|watercol))our"
)
"""How words in -our begin, of which the other spelling is -or, whatever comes after it."""

_ISE = re.compile(r"(?<=\w\w[iy])s(?=(?:e|er|able|ation|ational|ability)$)")
"""The s of -ise and -yse."""

_NEVER_IZE = "prise"
"""Of the words that are never written with z, such as *promise*, the one that is another word with it."""

_DIGRAPH = re.compile(
    r"^(?:paed[io]|orthopaed|gynaec|foet|faec|haem[ao]|homoeo|encyclopaed|palaeo|archaeo|oestr|oesoph|oedem"
    r"|aesthe|anaesth|mediaev)|diarrhoe|amoeb|manoeuv|aemi[ac]"
)
"""Beginnings and other pieces in which ae and oe are written e, too."""


def family(word: str) -> str:
    """The key of the spellings of a word."""
    known = _SPELLINGS.get(word)
    if known:
        return known
    if ("is" in word or "ys" in word) and word != _NEVER_IZE:
        word = _ISE.sub("z", word)
    if "our" in word:
        word = _OUR.sub(r"\1or", word, count=1)
    if "ae" in word or "oe" in word:
        word = _DIGRAPH.sub(lambda match: match.group().replace("ae", "e").replace("oe", "e"), word, count=1)
    return word
