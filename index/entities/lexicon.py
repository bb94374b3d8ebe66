"""Closed classes of English words that recognition goes by: titles, heads of names, verbs, particles."""

from index.entities.model import EntityType


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


FUNCTION = words(
    """
    a an the this that these those each every either neither both all any some no none such same other
    another i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    who whom whose which what when where why how whether if unless until till while whereas although though
    because since as than then there here and or but nor so yet for of in on at by to from with without
    within into onto upon over under above below between among amongst amid amidst across along around about
    after before behind beside besides beyond during despite except inside outside like near off out past
    per plus through throughout toward towards up down via versus not also only even just still again once
    never ever always often sometimes soon now today tomorrow yesterday tonight later earlier ago already
    perhaps maybe indeed instead meanwhile moreover furthermore however therefore thus hence nevertheless
    nonetheless otherwise likewise similarly finally is are was were be been being am has have had having do
    does did doing done will would shall should can could may might must let one two three four five six
    seven eight nine ten eleven twelve dozens hundreds thousands millions several many much more most few
    fewer less least enough first second third last next yes oh well please thanks thank hello hi ok okay
    sorry it's that's there's here's he's she's what's who's let's i'm i've i'll i'd we're we've we'll we'd
    you're you've you'll they're they've they'll don't doesn't didn't can't couldn't won't wouldn't isn't
    aren't wasn't weren't according amidst aside because due given further recent recently currently
    previously former formerly new everyone everybody everything anyone anybody anything someone somebody
    something nobody nothing asked adding speaking following including regarding concerning ahead
    """
)
"""Words that begin no name."""

CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february march april may june july august september october november december
    mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas
    easter ramadan eid passover hanukkah thanksgiving halloween am pm gmt est edt pst pdt cst cdt utc bst
    cet et pt hrs
    """
)

HONORIFICS = words(
    """
    mr mr. mrs mrs. ms ms. miss mx msgr msgr. dr dr. sir dame prof prof. rev rev. fr fr. madame monsieur herr
    frau señor señora mme
    """
)

ABBREVIATIONS = words(
    """
    mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt adm sen rep gov pres rev hon fr st jr sr inc corp
    co ltd bros vs no mt ft messrs mme dept univ assn supt det insp atty asst brig cst ens ph jan feb mar
    apr jun jul aug sept oct nov dec ala ariz ark calif colo conn del fla ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo
    """
)
"""Words whose full stop ends no sentence."""

ROLES = words(
    """
    president presidents premier minister ministers secretary secretaries chancellor king queen prince
    princess pope emperor empress tsar czar sultan emir sheikh sheik shaikh imam mullah ayatollah mufti
    rabbi cardinal archbishop bishop reverend father pastor patriarch dalai senator senators representative
    congressman congresswoman congressmen lawmaker deputy mp mep governor mayor councillor councilor
    councilman councilwoman alderman ambassador envoy consul diplomat commissioner speaker whip chairman
    chairwoman chairperson chair chief head leader director manager executive ceo cfo coo cto founder
    co-founder cofounder owner boss partner analyst economist strategist general lieutenant colonel major
    captain commander sergeant corporal private admiral marshal brigadier officer constable detective
    inspector superintendent sheriff trooper investigator agent gen. lt. col. maj. capt. cmdr. sgt. cpl.
    adm. sen. sens. rep. reps. gov. pres. rev. hon. supt. det. insp. atty. brig. gen lt col maj capt cmdr
    sgt cpl sen rep gov supt det insp judge justice attorney lawyer prosecutor barrister solicitor
    magistrate coroner solicitor-general professor doctor scientist researcher historian author writer
    novelist poet journalist reporter correspondent editor columnist anchor presenter host broadcaster
    blogger photographer actor actress singer rapper musician comedian comic director filmmaker producer
    screenwriter artist designer model star superstar celebrity coach striker goalkeeper midfielder defender
    qb wr quarterback linebacker pitcher forward skipper captain spokesman spokeswoman spokesperson adviser
    advisor aide counselor counsellor assistant coordinator administrator lord lady baron baroness count
    countess duke duchess earl viscount activist dissident campaigner philanthropist businessman
    businesswoman tycoon billionaire entrepreneur oligarch hacker suspect defendant gunman plaintiff victim
    veteran teacher principal student nurse surgeon astronaut pilot undersecretary under-secretary
    secretary-general attorney-general director-general vice-president comrade brother sister uncle aunt
    grandmother grandfather mother mom dad warlord militant terrorist fugitive rebel clerk undersheriff
    commodore councilmember cornerback lineman shortstop outfielder baseman fullback halfback advocate
    member qb rb wr cb lb
    """
)
"""Words that name an office, a rank or an occupation and stand before a person's name."""

KEPT_TITLES = words(
    """
    pope king queen prince princess emperor empress lord lady saint sultan emir sheikh sheik
    """
)
"""Titles that stay with a single name: Pope Francis, Prince Harry."""

ROLE_MODIFIERS = words(
    """
    prime foreign defence defense interior finance justice health home trade energy oil economy environment
    education culture transport transportation agriculture labor labour treasury shadow junior state federal
    regional national vice deputy former acting interim incumbent outgoing incoming first second supreme
    grand chief senior assistant associate executive special presidential vice-presidential parliamentary
    permanent principal high crown opposition democratic republican general lieutenant major brigadier rear
    fleet air press communications managing co- joint lead top ex ex- then late nuclear political military
    intelligence security police district city county attorney solicitor inspector field wing staff master
    grandmaster elect lance warrant petty chief petty majority minority political public council
    """
)
"""Words that may stand before a role as part of it."""

PORTFOLIO = words(
    """
    state defense defence justice health education energy labor labour commerce agriculture transportation
    transport treasury interior finance foreign affairs home homeland security human services veterans trade
    industry culture environment economy development staff police operations communications intelligence
    parliament opposition majority minority house chief general cabinet mission board committee council
    bureau department office
    """
)
"""What an office is over: Secretary of State, Chief of Staff."""

NOBLE = words("duke king queen prince princess count bishop cardinal earl sheikh emperor pope")
"""Titles after which houses and places are called: Duke University, King County."""

KIN = words("jr jr. sr sr. ii iii iv")
"""What follows a name and tells father from son."""

ORGANISATION_HEADS = words(
    """
    ministry department office bureau agency authority administration commission committee council board
    unit court courts tribunal parliament assembly senate congress chamber cabinet government governments
    embassy consulate mission army navy force forces guard guards corps brigade brigades battalion regiment
    division command police constabulary militia legion fleet squadron marines party front movement union
    federation confederation coalition alliance league bloc organisation organization association society
    foundation trust fund institute institution academy university college school faculty observatory
    laboratory laboratories lab labs center centre museum gallery library theatre theater orchestra
    philharmonic symphony opera ballet church cathedral archdiocese diocese synod bank bancorp exchange
    group company companies corporation corp corp. inc inc. ltd ltd. llc plc co co. gmbh ag holdings holding
    industries enterprises enterprise partners associates systems technologies technology solutions services
    service networks network communications telecom media entertainment foods pictures studios studio
    records motors airlines airways aviation aerospace energy petroleum oil gas electric power steel
    pharmaceuticals pharma laboratories insurance capital securities investments financial airline news
    times post journal tribune herald gazette chronicle telegraph guardian observer press daily weekly
    magazine newspaper radio television tv broadcasting channel club fc united rovers athletic wanderers
    hospital clinic hospitals patrol directorate secretariat inspectorate taskforce panel campaign
    initiative programme syndicate cartel gang mafia brotherhood regime junta politburo presidium caucus
    team squad treasury judiciary
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
    crossing shrine mosque temple site plant
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
    northeastern northwestern southeastern southwestern upper lower mainland downtown greater
    """
)

PARTICLES = words(
    """
    de del della di da das do dos du la le van von der den ter ten bin ibn bint ben abu al el ul y e zu zur
    und af av
    """
)
"""Small words inside a person's name."""

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
    walks works
    """
)
"""What somebody does, as headlines say it."""

AUXILIARIES = words("is was has had will would could did does may might must should can also later")
"""Verbs and adverbs that follow a subject."""

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

INTO = words("into inside outside near")
"""Prepositions that stand before a place or a house far sooner than before a person."""

PRESS = words(
    """
    post times journal herald tribune guardian telegraph independent observer economist sun mirror mail star
    globe people gazette chronicle express record standard examiner sentinel courier age australian access
    """
)
"""Plain words that are names of newspapers, and mean them where somebody told them something."""

TOLD_TO = words(
    "confirmed confirms confirm statement said says spoke interview admitted admits revealed reveals"
)
"""Words before "to" and a newspaper."""

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

ACRONYM_JUNK = words(
    """
    tv pm am ok pc pr dna rna hiv aids ufo usd gdp gps ceo cfo cto coo mp mps qc phd ba ma bsc dvd cd usb
    html url id faq ii iii iv vi vii viii ix xi xii xiii wmd ied ieds rpg suv vip gop-led q&a am/pm cctv rbi
    td isp ied gi akdt akst aest aedt cest bst nzst nzdt jst kst ist mvp mba tko ko xml sql adsl dll llc llp
    covid covid-19 sars ak-47 mri ct er icu it hr vat " "cc bcc dui dwi nfc afc fyi asap diy rsvp tba tbd
    eta atm pin sms lgbt lgbtq nft ai ar vr iq r&b pg nc-17 dj mc " "mph kph km kg lbs oz ft hp-uk bst x xx
    xxx rt via pic ps re fw fwd
    """
)
"""Capitals that name nothing a reader would look up."""

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

TITLES = ROLES | HONORIFICS
"""Everything that stands before a person's name and is no part of it."""

SHIPS = words("ins mv uss hms rms hmas hmcs")
"""What stands before the name of a ship."""

HEADS: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_HEADS, "place"),
    **dict.fromkeys(EVENT_HEADS, "event"),
    **dict.fromkeys(WORK_HEADS, "work"),
    **dict.fromkeys(ORGANISATION_HEADS, "organisation"),
}
"""Nouns that tell what the name they end is of."""
