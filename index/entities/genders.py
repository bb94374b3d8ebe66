"""Who is a man and who is a woman, as far as a word before a name, or a first name, tells."""

from collections.abc import Iterable
from typing import Literal

from index.entities.candidate import Candidate

Gender = Literal["f", "m"]

_WORDS_F = """
    mrs ms miss mme madame lady dame queen princess sister mother mum mom daughter wife widow girlfriend
    aunt grandmother niece actress spokeswoman congresswoman chairwoman councilwoman businesswoman
    baroness countess duchess
"""
_WORDS_M = """
    mr sir monsieur herr lord king prince emperor brother father dad son husband widower boyfriend uncle
    grandfather nephew actor spokesman congressman chairman councilman businessman baron count duke
"""
_NAMES_F = """
    alice amanda amy andrea angela ann anna anne annie barbara betty brenda carol caroline carolyn
    catherine cheryl christina christine claire cynthia debbie deborah denise diana diane donna doris
    dorothy edith elaine eleanor elizabeth ellen emily emma eva evelyn fiona florence frances gloria grace
    hannah heather helen irene jacqueline jane janet janice jean jennifer jessica joan joanna joanne joyce
    judith judy julia julie karen kate katherine kathleen kathryn kathy katie laura linda lisa louise lucy
    margaret maria marie martha mary maureen megan melissa michelle monica nancy natalie nicole olivia
    pamela patricia paula rachel rebecca rita rose ruth samantha sandra sara sarah sharon sheila shirley
    sophia sophie stephanie susan teresa theresa valerie vanessa victoria virginia wendy yolanda yvonne
"""
_NAMES_M = """
    adam alan albert alexander alfred andrew anthony antonio arthur barry benjamin bernard bill bob brian
    bruce carl carlos charles christopher colin craig daniel david dennis derek donald douglas edward eric
    ernest eugene frank frederick gary george gerald gordon graham greg gregory harold harry henry howard
    hugh ian jack jacob james jason jeffrey jeremy jim joe john jonathan jose joseph joshua juan keith
    kenneth kevin larry lawrence leonard louis luis luke malcolm mark martin matthew michael mike mohamed
    mohammed neil nicholas nigel oliver patrick paul peter philip phillip ralph raymond richard rob robert
    roger ronald roy russell ryan salvatore samuel scott sean simon stanley stephen steve steven stuart
    thomas timothy tom tony victor vincent walter wayne william
"""

_BEFORE: dict[str, Gender] = {
    **dict.fromkeys(_WORDS_F.split(), "f"),
    **dict.fromkeys(_WORDS_M.split(), "m"),
}
_CALLED: dict[str, Gender] = {
    **dict.fromkeys(_NAMES_F.split(), "f"),
    **dict.fromkeys(_NAMES_M.split(), "m"),
}


def gender_before(word: str) -> Gender | None:
    """What a word before a name says of who bears it."""
    return _BEFORE.get(word.removesuffix("."))


def gender(first_name: str, mentions: Iterable[Candidate]) -> Gender | None:
    """What the words before the mentions of somebody say, or else their first name."""
    said = {one.gender for one in mentions} - {None}
    return said.pop() if len(said) == 1 else None if said else _CALLED.get(first_name)
