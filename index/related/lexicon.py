"""English words that the terms of a text are told by: those that are none, and those of every news story."""

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

_COMMON_WORDS = """
able accept accord according account across act action actually add address advance affair against age ago
agree aim alike allege allow almost alone along already although always amid among amongst amount announce
annual another answer anyone anything anywhere appeal appear approach april area argue around arrange arrive
article ask attempt august available average aware away back base basic basis become begin behind believe
below beside besides best better between beyond big bring build business call came capital care carry case
cause central centre certain chair chairman chance change charge chief choose citizen city claim clear close
com come comment commit common community company complete concern conclude condition confirm consider
contain continue control cost council country couple course create current currently daily date day deal
decade december decide decision declare deep define deliver demand deny department deputy describe despite
detail develop development difference different difficult direct direction directly director discuss
discussion district doubt due earlier early easily east effect effort elsewhere emphasize employ end ensure
enter entire especially establish evening event eventually ever every everybody everyone everything
everywhere exactly example except expect experience explain express expression face fact fail fall family
far father february feel field figure final finally find first five focus follow following force foreign
form former forward found four free friday friend full further furthermore future general get give global go
good government governor great group grow guy half hand happen hard head hear help hence high highlight
highly history hold home hope hour house http https hundred idea identify immediate immediately important
include including increase indicate individual inform information inside insist instead intend interest
international interview involve issue january job join july june key kind know known land large last late
later launch law lead leader least leave left less let level life like likely line list little live local
long longer look lose lot low main maintain major make making manage manager many mark matter mean meanwhile
measure meet meeting member mention message mid middle million minister minute miss moment monday money
month moreover morning mother move much name nation national near nearly necessary need never nevertheless
new news next night nine nobody none nonetheless north note nothing notice november now nowhere number occur
october offer office officer official often old one onto open opening operation opinion opportunity oppose
order organization otherwise outside part particular particularly party pass past pay people per percent
perhaps period person phone pic place plan play point police policy political position possible post power
prepare present president press prevent previous previously prime private probably problem process produce
program programme project prompt provide public put quarter question quickly quote raise rarely rate rather
reach read ready real really reason recall receive recent recently record refer regard region regional
reiterate relate relation release remain remark remember remove repeat reply report reportedly reporter
represent request require respond response rest result return reveal right rise role room rule run safe
saturday school secretary section see seek seem seldom send senior sense separate september series serious
serve service set seven several show side sign signal significant similar simply since sir site situation
six small social somebody someone something sometimes somewhere source south speak speaker special specific
spend spokesman spokesperson spokeswoman staff stage stand start state statement stay step still stop story
street strong subject succeed suggest sunday supply support sure system take talk team tell ten term thank
thereby therefore thing think third thousand three throughout thursday time title today together told
tomorrow tonight top total toward towards town trade travel tried trouble true try tuesday turn twice
twitter two type underneath underscore understand unit unless until upon urge use used usual usually value
various versus via view visit wait want warn watch way wednesday week weekend welcome well west whatever
whenever whereas wherever whoever whole wide woman word work worker world worth write www year yesterday
young
"""

_BINDING_WORDS = """
between beyond elsewhere anywhere everywhere somewhere nowhere longer otherwise except beside besides
therefore moreover furthermore nevertheless nonetheless hence thereby whatever whoever whenever wherever
unless whereas throughout towards amongst versus inside outside underneath alike sometimes usually
rarely seldom twice anyone anything someone something nobody everybody somebody none
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that tell nothing about what a passage speaks of."""

COMMON_WORDS = frozenset(_COMMON_WORDS.split())
"""Words of every news story: two passages that have one of them in common have nothing in common yet."""

BINDING_WORDS = frozenset(_BINDING_WORDS.split())
"""Those of them that are none of every story, and tell a little where two passages have nothing else."""
