"""English words by which the rules of inflection are told what they cannot see."""

_IRREGULAR = """
age aged aging ageing, agree agreed, ape aped aping, arise arose arisen, awake awoke awoken, awe awed, axe
axed axing, bear borne, beat beaten, become became, befall befell befallen, begin began begun, behold
beheld, belie belied belying belies, bend bent, bias biassed biassing, bid bade bidden, bite bitten, bleed
bled, blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt, bus bussed
bussing buses, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, cue cued
cuing cues, deal dealt, decree decreed, die died dying dies, dig dug, disagree disagreed, disprove
disproven, draw drew drawn, dream dreamt, drink drank, drive drove driven, dwell dwelt, dye dyed dyeing, eat
ate eaten, eye eyed eyeing eying eyes, fall fell fallen, feed fed, feel felt, fight fought, find found, flee
fled, fling flung, fly flew flown, focus focussed focussing, forbid forbade forbidden, foresee foresaw
foreseen, forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone forgoes, forsake forsook
forsaken, free freed, freeze froze frozen, frolic frolicked frolicking, gas gassed gassing, get got gotten,
give gave given, go went gone going goes, grow grew grown, guarantee guaranteed, hang hung, hear heard, hide
hid hidden, hold held, ice iced icing, keep kept, kneel knelt, know knew known, lay laid, lead led, leap
leapt, learn learnt, lend lent, lie lied lying lies, light lit, lose lost, make made, mean meant, meet met,
mimic mimicked mimicking, mislead misled, misspend misspent, mistake mistook mistaken, misunderstand
misunderstood, outdo outdid outdone, outgrow outgrew outgrown, outrun outran, overcome overcame, overdo
overdid overdone, overhear overheard, override overrode overridden, overrun overran, oversee oversaw
overseen, overtake overtook overtaken, overthrow overthrew overthrown, owe owed owing, panic panicked
panicking, partake partook partaken, pay paid, picnic picnicked picnicking, plead pled, prove proven, quiz
quizzed quizzing quizzes, rebuild rebuilt, redo redid redone, redraw redrew redrawn, referee refereed,
remake remade, repay repaid, resell resold, retake retook retaken, retell retold, rethink rethought, rewrite
rewrote rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran, saw sawed sawn sawing, say
said, see saw seen, seek sought, sell sold, send sent, sew sewn, shake shook shaken, shine shone, shoot shot
shots, show shown, shrink shrank shrunk, sing sang sung, singe singed, sink sank sunk, sit sat, ski skied
skiing, slay slain, sleep slept, slide slid, sling slung, sow sown, speak spoke spoken, speed sped, spend
spent, spill spilt, spin spun, spoil spoilt, spring sprang sprung, stand stood, steal stole stolen, stick
stuck, sting stung, stride strode stridden, strike struck stricken, string strung, strive strove striven,
sue sued suing, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken,
teach taught, tear tore torn, tell told, think thought thoughts, throw threw thrown, tie tied tying ties,
traffic trafficked trafficking, tread trod trodden, undergo underwent undergone undergoes, underlie
underlain underlying underlies, understand understood, undertake undertook undertaken, underwrite underwrote
underwritten, undo undid undone, uphold upheld, use used using uses, vie vied vying vies, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, withhold withheld,
withstand withstood, wring wrung, write wrote written
"""

_PLURALS = """
abacus abacuses, abaya abayas, academic academics, ache aches, ad ads, afghani afghanis, agenda agendas,
alawi alawis, albatross albatrosses, albino albinos, alcoholic alcoholics, alga algae, alias aliases, alibi
alibis, alumnus alumni, analysis analyses, anorexic anorexics, antenna antennae, antibiotic antibiotics,
apache apaches, apex apices, apparatus apparatuses, appendix appendices, area areas, arena arenas, aria
arias, armada armadas, aroma aromas, atlas atlases, attic attics, audio audios, auntie aunties, aura auras,
aussie aussies, auto autos, avalanche avalanches, avocado avocados, axe axes, azerbaijani azerbaijanis,
azeri azeris, bacillus bacilli, bacterium bacteria, bahraini bahrainis, ballerina ballerinas, banana
bananas, bangladeshi bangladeshis, barracuda barracudas, barrio barrios, base bases, bayou bayous, bengali
bengalis, bias biases, bikini bikinis, birdie birdies, bodega bodegas, bonus bonuses, boogie boogies, bookie
bookies, bra bras, brioche brioches, brownie brownies, buffalo buffalos buffaloes, bureau bureaux, burka
burkas, burqa burqas, cache caches, cactus cacti cactuses, caddie caddies, cafeteria cafeterias, calf
calves, calorie calories, cameo cameos, camera cameras, campus campuses, canoe canoes, canvas canvases,
cargo cargos cargoes, cartouche cartouches, casino casinos, catholic catholics, caucus caucuses, cd cds,
cello cellos, census censuses, ceo ceos, cfo cfos, characteristic characteristics, child children, chorus
choruses, cicada cicadas, cinema cinemas, circus circuses, classic classics, cleric clerics, cliche cliches,
clinic clinics, cobra cobras, cola colas, collie collies, coma comas, combo combos, comic comics, comma
commas, commando commandos commandoes, condo condos, consensus consensuses, cookie cookies, corona coronas,
coronavirus coronaviruses, cosmetic cosmetics, creche creches, crevasse crevasses, crisis crises, criterion
criteria curriculum curricula, critic critics, crocus crocuses, cutie cuties, cynic cynics, dacha dachas,
delta deltas, demo demos, diabetic diabetics, diagnosis diagnoses, diaspora diasporas, dilemma dilemmas,
dingo dingos dingoes, diploma diplomas, disco discos, diuretic diuretics, diva divas, domestic domestics,
domino dominos dominoes, douche douches, drama dramas, duo duos, dwarf dwarves, dynamo dynamos, eccentric
eccentrics, ego egos, elf elves, embargo embargos embargoes, embryo embryos, emirati emiratis, emphasis
emphases, emu emus, enchilada enchiladas, encyclopaedia encyclopaedias, encyclopedia encyclopedias, enigma
enigmas, epic epics, epidemic epidemics, era eras, espresso espressos, ethic ethics, euro euros, exodus
exoduses, extra extras, ezidi ezidis, fabric fabrics, fanatic fanatics, fatwa fatwas, favela favelas, fetus
fetuses, fiasco fiascos fiascoes, fiesta fiestas, filipino filipinos, finesse finesses, flamingo flamingos
flamingoes, flea fleas, floe floes, flotilla flotillas, focus focuses foci, foe foes, foetus foetuses,
foodie foodies, foot feet, formula formulas formulae, fosse fosses, fracas fracases, freebie freebies,
fungus fungi, gala galas, gas gases, gazan gazans, genie genies, genius geniuses, ghetto ghettos ghettoes,
goalie goalies, gondola gondolas, goose geese, gorilla gorillas, grandchild grandchildren, grandma grandmas,
grandpa grandpas, graphic graphics, gringo gringos, guava guavas, guerilla guerillas, guerrilla guerrillas,
gujarati gujaratis, guru gurus, hacienda haciendas, haiku haikus, half halves, halo halos haloes, headache
headaches, heartache heartaches, heretic heretics, hernia hernias, hiatus hiatuses, hijab hijabs, hindu
hindus, hippie hippies, hippo hippos, hispanic hispanics, hoe hoes, hoodie hoodies, hoof hooves, horseshoe
horseshoes, housewife housewives, houthi houthis, hyena hyenas, hypothesis hypotheses, id ids, idea ideas,
igloo igloos, imam imams, impasse impasses, impetus impetuses, index indices, indie indies, inferno
infernos, info infos, insignia insignias, intifada intifadas, intro intros, iraqi iraqis, iris irises,
ismaili ismailis, israeli israelis, isthmus isthmuses, junkie junkies, junta juntas, kangaroo kangaroos,
kashmiri kashmiris, kazakh kazakhs, khaki khakis, kilo kilos, kiwi kiwis, knife knives, koala koalas, korea
koreas, kuwaiti kuwaitis, laddie laddies, lama lamas, larva larvae, lassie lassies, latino latinos, lens
lenses, life lives, lira liras, llama llamas, loaf loaves, logo logos, louse lice, lunatic lunatics, lyric
lyrics, macro macros, madrasa madrasas, madrassa madrassas, mafia mafias, magpie magpies, mama mamas, man
men, mania manias, manifesto manifestos manifestoes, maori maoris, marina marinas, martini martinis, matrix
matrices, mechanic mechanics, media medias, medic medics, memento mementos mementoes, memo memos, memorandum
memoranda, menagerie menageries, menu menus, mestizo mestizos, metric metrics, metropolis metropolises,
micro micros, midwife midwives, militia militias, mimic mimics, minibus minibuses, minus minuses, mosaic
mosaics, mosquito mosquitos mosquitoes, motto mottos mottoes, mouse mice, mousse mousses, moustache
moustaches, movie movies, mp mps, mufti muftis, mustache mustaches, mystic mystics, narcotic narcotics, nazi
nazis, nebula nebulas, nepali nepalis, newbie newbies, nexus nexuses, ngo ngos, niche niches, niqab niqabs,
novella novellas, nucleus nuclei, oasis oases, oboe oboes, octopus octopuses, olympic olympics, omani
omanis, omnibus omnibuses, opera operas, orchestra orchestras, ox oxen, pakistani pakistanis, panacea
panaceas, panda pandas, pandemic pandemics, panic panics, panorama panoramas, papa papas, paralympic
paralympics, paramedic paramedics, parenthesis parentheses, passerby passersby, pasta pastas, pastiche
pastiches, patio patios, pc pcs, pea peas, peninsula peninsulas, persona personas, peso pesos, phenomenon
phenomena, phobia phobias, photo photos, piano pianos, piazza piazzas, picnic picnics, pixie pixies, pizza
pizzas, pizzeria pizzerias, plastic plastics, platypus platypuses, plaza plazas, plea pleas, plus pluses,
politico politicos, porsche porsches, portfolio portfolios, posse posses, prairie prairies, prognosis
prognoses, promo promos, prospectus prospectuses, psyche psyches, psychic psychics, public publics, pueblo
pueblos, puma pumas, punjabi punjabis, qatari qataris, quiche quiches, quota quotas, rabbi rabbis, radio
radios, radius radii, ratio ratios, referendum referenda, regatta regattas, relic relics, replica replicas,
republic republics, retina retinas, reverie reveries, rhino rhinos, rodeo rodeos, roe roes, rohingya
rohingyas, romantic romantics, rookie rookies, rubric rubrics, safari safaris, saga sagas, salafi salafis,
salami salamis, salsa salsas, saudi saudis, sauna saunas, scarf scarves, scenario scenarios, sceptic
sceptics, schema schemas, schoolchild schoolchildren, sea seas, self selves, selfie selfies, shampoo
shampoos, sheaf sheaves, shelf shelves, shoe shoes, siesta siestas, silo silos, sindhi sindhis, sinus
sinuses, skeptic skeptics, ski skis, sloe sloes, smoothie smoothies, soda sodas, sofa sofas, solo solos,
somali somalis, sonata sonatas, sortie sorties, spa spas, statistic statistics, status statuses, stepchild
stepchildren, stereo stereos, stigma stigmas, stiletto stilettos, stimulus stimuli, studio studios, sufi
sufis, sunni sunnis, surplus surpluses, syllabus syllabuses syllabi, synopsis synopses, synthesis syntheses,
synthetic synthetics, taboo taboos, taco tacos, tactic tactics, tarantula tarantulas, tattoo tattoos, taxi
taxis, tea teas, tempo tempos, terminus terminuses termini, thai thais, thesis theses, thief thieves, tiara
tiaras, toe toes, toga togas, tonic tonics, tooth teeth, toothache toothaches, topic topics, tornado
tornados tornadoes, torso torsos, tortilla tortillas, trauma traumas, trio trios, troika troikas, trolleybus
trolleybuses, tsunami tsunamis, turbo turbos, tutu tutus, tuxedo tuxedos, tv tvs, typo typos, ufo ufos,
umbrella umbrellas, uterus uteruses, utopia utopias, uzbek uzbeks, veggie veggies, vendetta vendettas,
veranda verandas, vertebra vertebrae, vertex vertices, video videos, villa villas, virus viruses, visa
visas, vista vistas, volcano volcanos volcanoes, walkie walkies, walrus walruses, weirdo weirdos, werewolf
werewolves, wife wives, wiki wikis, woe woes, wolf wolves, woman women, workaholic workaholics, yazidi
yazidis, yemeni yemenis, yogi yogis, yuppie yuppies, zaidi zaidis, zebra zebras, zero zeros zeroes, zombie
zombies, zoo zoos, zulu zulus
"""

_AS_THEY_STAND = """
am are be been being did do does doing done had has have having is was were will

accursed ahmed alfred aloud beloved biped concerted crooked embed fred hamed hatred hundred indeed infrared
jagged jared khaled kindred majed manfred mildred mohamed mohammed muhammed naked ragged rugged sacred sayed
shred siegfred storied united unprecedented wicked wilfred winifred wretched zayed

according beijing benning boeing brookings browning canning chongqing cummings darling deering downing
during fielding fleeting fleming flemming girling golding goulding harding hastings hawking henning
interesting jennings jinping lanning manning missing nanjing nanning notting outstanding peking redding
rowling sterling stirling stunning willing worthing wyoming xiaoping

aegis aids always amiss arms ashes athens besides brussels cannes chaos charles christmas commons corps
cosmos customs downstairs fars goods hers hughes humanities indoors james jeans jones las lens les los mars
morales naples news odds ours ourselves outdoors overseas perhaps premises reuters riches rights sars
securities series sometimes species theirs themselves thus trans unless upstairs versailles wales whereas
yourselves

abrams adams ames andres andrews brooks childs clements collins connors daniels davids davies edwards estes
evans frances georges gibbons hans hayes hendricks isaacs jacobs jenkins johns lyons martins mathews
matthews mays mendes meyers michaels nichols owens parsons pennings peters philips phillips reeves rhodes
richards roberts rogers saunders simons sims soes stevens stokes walters welles wilders williams

abdomen acumen albumen amen bitumen bremen carmen cyclamen foramen hymen lumen omen ramen regimen semen
specimen stamen turkmen yemen
"""

_NOUNS_IN_ING = """
accounting anything awning banking bearing briefing building bunting ceiling clothing cunning duckling
dumpling earring earthling engineering evening everything farthing fledgling gosling hamstring hearing
herring hireling housing inkling inning legging lighting lightning mainspring marketing meaning morning
nestling nothing notwithstanding offing offspring outing parking plaything pudding sapling scaffolding
seedling shilling sibling something standing stocking stripling training understanding viking weakling
wedding wellbeing wingding yearling
"""

_SILENT_E = """
ach adher ador arrang aton aveng bast bath becom bing breath cach cajol challeng chang chast cloth coher
compet complet conden condon connot consol contraven conven creat cring delet delineat demot denot deplet
deplor derang dethron devot dissuad dynamit elop enthron estrang exchang excit exhal expedit explor expung
extradit foretast fring guid hast hing ignit ignor impal imping implor incit infring inhal interchang
interfer interven invit lath loath loung lung misguid misquot nauseat orang outscor overcom overwrit parol
past permeat persever persuad plung postpon premier procreat promot rang rearrang recit reconven recreat
rerout restor reunit reveng rever rewrit scath scroung seeth sooth spong swath syring tast teeth telephon
telescop ting tith underscor underwrit unit wast welcom wreath writh
"""

_BARE = """
add bankroll befall bias blackball boycott burr butt canvas catalog caucus chorus collar combat council
debut devil dialog ebb egg err farewell focus forestall foretell imperil input install invalid kidnap martyr
murmur orphan output pencil pillar purr recall refill refocus reinstall resell snowball stencil stonewall
sulfur sulphur undersell unroll vacuum victim whirr worship
"""


def _table(groups: str) -> dict[str, str]:
    """By each word of a group its first one."""
    return {
        word: words.split()[0] for words in " ".join(groups.split()).split(",") for word in words.split()[1:]
    }


IRREGULAR = _table(_IRREGULAR)
"""By form of an irregular verb, the verb; forms that follow the rules are not in it."""

PLURALS = _table(_PLURALS)
"""By plural that follows no rule, or looks as if it were none, the singular."""

AS_THEY_STAND = frozenset(_AS_THEY_STAND.split())
"""Words that look as if they were forms of others, or whose own meaning is another than that of the word
they come from: arms, goods, news."""

NOUNS_IN_ING = frozenset(_NOUNS_IN_ING.split())
"""Words in -ing that are nouns of their own: *building* is no form of *build*; their plurals are."""

SILENT_E = frozenset(_SILENT_E.split())
"""What is left of verbs before -ed and -ing that have lost an e, where the rules would not say so."""

BARE = frozenset(_BARE.split())
"""What is left of verbs that are whole, where the rules would say otherwise."""
