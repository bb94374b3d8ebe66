"""What people's names are made of: particles, articles, given names and what they are shortened to."""

from index.entities.lexicon.classes import words

PARTICLES = words(
    """
    de del della di da das do dos du la le van von der den ter ten bin ibn bint ben abu al el ul y e zu zur
    und af av
    """
)
"""Small words inside a person's name."""

NAME_PARTICLES = words(
    """
    de del della di da das do dos du la le van von der den ter ten bin ibn bint abu al el ul y e zu zur
    af av ben
    """
)
"""Small words of a person's name that do not tell one person from another."""

ARTICLES = words("al el ul as ash ad an ar at az")
"""The Arabic article, as it is written before different letters."""

SUFFIXES = words("jr sr ii iii iv")
"""What tells father from son, in the form of a key."""

SURNAME_FIRST = words(
    """
    kim park lee yi choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn moon roh xi li
    wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie
    tang mao deng jiang wen bo ban nguyen tran pham tsai chiang chung cheung chan kong
    """
)
"""Surnames of peoples who write them before the given name."""

GIVEN_NAMES = """
alexander alex sandy|alexandra alex sandra|andrew andy drew|anthony antony tony|antonio tony
barbara barb|benjamin ben|bernard bernie|catherine katherine kathryn cathy kathy kate katie cate
charles charlie chuck|christina chris tina|christopher chris|cynthia cindy|daniel dan danny|david dave
deborah debra debbie|donald don donny|dorothy dot dottie|douglas doug|edward ed eddie ted ned|edwin ed
elizabeth liz beth betty eliza lisa|ellen ellie|eugene gene|frederick frederic fred freddie
gerald gerry jerry|gerardo jerry|gregory greg|harold harry hal|henry harry hank|jacob jake
jacqueline jackie|james jim jimmy jamie|jeffrey jeffery geoffrey jeff geoff|jennifer jen jenny
jonathan jon johnny|john johnny jack|joseph joe joey|joshua josh|judith judy|kenneth ken kenny
lawrence laurence larry|leonard len lenny leo|louis lou|margaret maggie meg peggy|martin marty
matthew matt|maurice mo|michael mike mick mickey|mitchell mitch|mohammed mo|nathaniel nathan nate
nicholas nicolas nick|pamela pam|patricia pat patty trish|patrick pat paddy|peter pete
philip phillip phil|rebecca becky|richard rick dick rich ricky|robert rob bob bobby robbie
ronald ron ronnie|russell russ|samuel sam sammy|stanley stan|stephen steven steve|stuart stu
susan sue suzie|terence terrence terry|theodore ted teddy|thomas tom tommy|timothy tim|victoria vicky
vincent vince vinnie|walter walt|william will bill billy willie|zachary zach|abraham abe|albert al bert
alfred al fred|arthur art|raymond ray|clifford cliff|francis frank|franklin frank|jesse jess
jessica jess|kimberly kim|nancy nan|sandra sandy|alexandros alexis alekos
"""
"""Given names with what they are shortened to; bars and lines part one name from the next."""
