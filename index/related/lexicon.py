"""English words that the terms of a text are told by: those that are none, and those of irregular forms."""

_STOP_WORDS = """
a about after again all also am an and any are aren't as at be because been before being both but by can
can't cannot could couldn't did didn't do does doesn't doing don't down each either else ever few for from
had hadn't has hasn't have haven't having he he's her here hers herself him himself his how however i i'd
i'll i'm i've if in indeed into is isn't it it's its itself just let's may me might mine more most much
must my myself neither no nor not of off on once only onto or other others our ours out over own per quite
rather said same say saying says shall she she's should shouldn't since so some such than that that's the
their theirs them themselves then there there's these they they'd they'll they're they've this those
though through thus to too under until up upon us very was wasn't we we'd we'll we're we've were weren't
what what's when where whether which while who who's whom whose why will with within without won't would
wouldn't yet you you'd you'll you're you've your yours yourself
"""

_IRREGULAR = """
agree agreed, bear bore borne, beat beaten, begin begun, bid bade bidden, bite bit bitten, bleed bled,
blow blew blown, break broke broken, bring brought, build built, burn burnt, buy bought, catch caught,
child children, choose chose chosen, deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove
driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly
flew flown, forbid forbade forbidden, freeze froze frozen, grow grew grown, hang hung, hear heard, hide
hid hidden, hold held, keep kept, know knew known, lead led, leave left, lend lent, lose lost, man men,
mean meant, meet met, pay paid, person people, ride rode ridden, rise rose risen, run ran, seek sought,
sell sold, send sent, shake shook shaken, shoot shot, sing sang sung, sink sank sunk, sit sat, sleep
slept, speak spoke spoken, spend spent, stand stood, steal stole stolen, stick stuck, strike struck
stricken, swear swore sworn, sweep swept, swim swam, teach taught, tear tore torn, think thought, throw
threw thrown, wear wore worn, win won, woman women, write wrote written
"""

_AS_THEY_ARE = """
bed beijing being boeing breed ceiling creed deed during evening feed greed hundred indeed king morning
need news red ring seed series species speed spring sterling string thing united wedding weed wing
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that tell nothing about what a passage speaks of."""

IRREGULAR = {
    form: forms.split()[0] for forms in " ".join(_IRREGULAR.split()).split(", ") for form in forms.split()
}
"""By form of an irregular word, the word; the word itself is in it, too."""

AS_THEY_ARE = frozenset(_AS_THEY_ARE.split())
"""Words that end as if they were forms of others."""
