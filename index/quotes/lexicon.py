"""Closed classes of words that attribution goes by: verbs of saying, roles, pronouns, given names."""

from index.language.listed import word_set


def _forms(verbs: str) -> frozenset[str]:
    """Verbs with their third person, past and participle; a slash gives a past that is irregular."""
    found: set[str] = set()
    for verb in verbs.split():
        base, _, past = verb.partition("/")
        found.add(base)
        stem = base[:-1] if base.endswith("e") else base
        if base.endswith("y") and base[-2] not in "aeiou":
            found |= {f"{base[:-1]}ies", past or f"{base[:-1]}ied", f"{base}ing"}
        else:
            ending = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
            found |= {base + ending, past or f"{stem}ed", f"{stem}ing"}
    return frozenset(found)


SAYING = _forms(
    """
    say/said tell/told add ask reply answer respond retort counter write/wrote post tweet repost text state
    declare announce argue claim maintain contend assert insist stress emphasize emphasise underline
    underscore reiterate repeat explain note observe point remark comment mention recall recount relate
    report reveal disclose confirm admit acknowledge concede confess allege warn caution threaten vow pledge
    promise swear/swore predict conclude joke quip muse wonder shout yell scream cry whisper murmur mutter
    exclaim chant urge demand request plead appeal order advise suggest propose recommend
    testify intone continue elaborate clarify interject protest lament complain opine reason think/thought
    believe fear hope deem agree read/read speak/spoke boast brag gush tease chide rebuke thunder rage fume
    proclaim pronounce profess hint signal indicate imply inform assure remind greet thank message caption
    summarize summarise specify begin/began allude address quote cite rule muse
    """
) | word_set("quipped quipping bragged bragging admitted admitting begged put puts went goes")
"""Verbs that words of somebody follow or go before."""

JUDGING = _forms(
    """
    call describe dub label brand term denounce condemn hail praise decry slam blast dismiss characterize
    characterise portray depict criticize criticise accuse charge blame mock ridicule deride reject welcome
    applaud laud commend bemoan deplore herald liken tout style refer regard view see/saw consider declare
    defend express voice cite invoke vent reaffirm want
    """
) | word_set("dubbed dubbing slammed slamming labelled labelling referred referring regretted")
"""Verbs that may have quoted words for an object."""

FINDING = word_set("find finds found")
"""Verbs that judge where a person is their subject, and search where another is."""

NEEDS_AS = word_set(
    """
    see sees saw seeing view views viewed viewing regard regards regarded regarding refer refers referred
    referring portray portrays portrayed portraying depict depicts depicted depicting liken likens likened
    """
)
"""Verbs of judgement that are followed by "as" or "to"."""

PLAINLY_SAYING = word_set(
    """
    said says say told tells asked asks added adds wrote writes tweeted tweets posted replied replies
    answered answers explained explains continued insisted insists warned warns declared shouted argued
    argues
    """
)
"""Verbs that need no comma between them and what is quoted before them."""

AFTER_ONLY_DIRECT = word_set(
    """
    read reads reading see sees saw seeing want wants wanted wanting view views viewed viewing regard
    regards regarded regarding consider considers considered considering charge charges think thinks thought
    thinking signs signed signing sing sings sang singing text texts put puts putting went goes begin
    begins began beginning order orders ordered ordering address addresses addressed addressing continue
    continues continued continuing point points pointed pointing style styles term terms blast blasts hope
    hopes fear fears view cry cries state states post posts report reports reason reasons demand demands
    request requests claim claims comment comments note notes answer answers vent vents agree agrees agreed
    agreeing greet greets greeted greeting thank thanks thanked thanking message messages signal signals
    relate relates related relating
    """
)
"""Those that are so often something else that quoted words, "that" or "as" have to stand near them."""

NOT_SAID = word_set(
    """
    deny denies denied denying reject rejects rejected rejecting dispute disputes disputed disputing refute
    refutes refuted refuting refuse refuses refused refusing decline declines declined declining
    """
)
"""Verbs whose object is what another said; with "as" it is the subject's again."""

SPEECH_NOUNS = word_set(
    """
    claim claims statement statements remark remarks comment comments words warning warnings assertion
    assertions description descriptions threat threats call calls promise promises vow vows pledge
    declaration phrase demand demands post tweet message accusation accusations insistence argument
    contention admission announcement reference reply response answer letter speech account
    """
)
"""Nouns whose owner speaks: "Trump's claim that"."""

AUXILIARIES = word_set(
    """
    is was are were be been being am has have had having do does did will would shall should can could may
    might must to not never n't didn't doesn't hasn't hadn't won't wouldn't
    """
)
BE = word_set("is was are were be been being")
NEGATIONS = word_set("not never n't didn't doesn't hasn't hadn't won't wouldn't don't cannot couldn't")

ADVERBS = word_set(
    """
    also later then again once earlier now already reportedly famously first further still even often always
    just only simply today yesterday tomorrow separately meanwhile recently since soon thus therefore ever
    instead rather too furthermore moreover in-turn flatly
    """
)

DEGREES = word_set(
    """
    very highly hugely extremely totally completely absolutely really quite so most too truly deeply utterly
    enormously incredibly tremendously entirely particularly especially rather somewhat fairly greatly largely
    strongly perfectly exceedingly immensely terribly wholly more much
    """
)
"""Words that only say how much."""

OPENERS = word_set(
    """
    in on at by for from with without within during after before since until amid amidst despite following
    while when as if although though because once upon under over about regarding concerning according
    speaking asked pressed writing commenting responding reacting referring addressing citing appearing
    standing talking answering replying quoting describing calling given to across against among between
    earlier later meanwhile yesterday today monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Words with which something begins that goes before the subject of a sentence."""

CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow
    """
)

PREPOSITIONS = word_set(
    """
    of in on at by for from with without within during after before since until amid amidst despite about
    under over against among between to into onto near around across through behind beyond inside outside
    alongside regarding concerning including per via toward towards who whom whose which that where when
    while as if because than
    """
)
"""Words that end the head of a phrase."""

RELATIVES = word_set("who which whom whose that")
CLAUSES = word_set(
    """
    that because while when if whether although though as since after before until unless where than what how
    why
    """
)
"""Words that begin a clause."""
CONJUNCTIONS = word_set("and but or nor yet so then")

PRONOUNS = {"he": "m", "she": "f", "they": "p", "it": "n"}
"""Pronouns that may stand for a speaker: of a man, a woman, several, a body."""
NO_SPEAKER = word_set(
    """
    i we you who which that this these those there what here everyone everybody nobody anyone someone
    something nothing one many some others most all each both few several us him her them me two three his
    our my their your its
    """
)
"""Words that name no one by themselves."""

MALE = word_set(
    """
    mr mr. sir king prince emperor lord father brother uncle grandfather dad spokesman chairman congressman
    councilman alderman businessman actor gunman pope sultan sheikh sheik imam ayatollah rabbi cardinal
    archbishop bishop monsieur herr baron count duke widower husband son policeman fireman cameraman
    """
)
FEMALE = word_set(
    """
    mrs mrs. ms ms. miss dame queen princess empress lady mother sister aunt grandmother mom spokeswoman
    chairwoman congresswoman councilwoman businesswoman actress madame frau baroness countess duchess widow
    wife daughter policewoman mme señora
    """
)
"""Words before or behind a name that tell a man's from a woman's."""

MALE_NAMES = word_set(
    """
    abbas abdul abdullah adam adel adnan ahmad ahmed akbar alan albert alberto alex alexander alexei alfred
    ali amir amr andre andrei andrew anthony antonio antony arthur ashraf bashar barack ben benjamin bernard
    bernie bill bob boris brad brandon brett brian bruce carl carlos charles chris christopher craig daniel
    dave david dennis dmitri dmitry dominic don donald doug douglas ebrahim ed eddie edward emmanuel eric
    erik esmail evan evgeny farid fernando francis francisco frank franz fred gary gavin geoffrey george
    gerald gerhard giorgio giovanni glenn gordon graham greg gregory hamad hans harold harry hasan hassan
    hector henry hossein howard hugh hussein ian ibrahim igor ilya ismail ivan jack jacob jake james jamal
    jan jason javad jeff jeffrey jens jeremy jerome jim jimmy joe joel johan john johnny jon jonathan jorge
    jose josé joseph josh joshua juan julian justin karim karl kazem keir keith ken kenneth kevin khaled kim
    konstantin kyle lars larry lawrence leo leon leonid louis lucas luigi luis luke mahmoud majid manuel
    marco marcus mario mark martin masoud matt matthew max mehdi michael miguel mike mikhail mitch mohamed
    mohammad mohammed mohsen mojtaba mostafa muhammad mustafa nabil narendra nasser nathan neil nicholas
    nick nicolas nigel nikita nikolai oleg olaf oliver omar oscar osama owen pablo patrick paul pavel pedro
    pete peter phil philip pierre pieter qassem rafael rahim ralph rami ramzan ray raymond recep reza
    ricardo richard rick rob robert roberto rodrigo roger roman ron ronald roy ruben russell ryan saad
    saddam saeed salman sam samir samuel scott sean sebastian sergei sergey seth shahid simon stanley stefan
    stephen steve steven stuart tariq ted terry theodore thomas tim timothy toby todd tom tommy tony travis
    tyler vadim viktor vincent vitaly vladimir volodymyr walter wayne werner will william wolfgang xavier
    yahya yair yoav yury yuri yusuf zayed zoran
    """
)
FEMALE_NAMES = word_set(
    """
    abigail agnes aisha alexandra alice alicia alison amanda amina amy ana anastasia andrea angela angelina
    anita ann anna anne annie ashley audrey barbara beatrice becky beth betty brenda brittany caitlin
    camilla carla carmen carol caroline carrie catherine cathy charlotte cheryl christina christine cindy
    claire clara claudia condoleezza courtney cynthia dana danielle daria deborah debra denise diana diane
    dina donna dorothy elena eleanor elisabeth elizabeth ellen emily emma erica erin esther eva evelyn
    fatima fatemeh federica fiona florence frances gabriela georgia gina giorgia gloria grace greta hannah
    harriet heather heidi helen hillary ines ingrid irene irina isabel isabella ivanka jacqueline jane janet
    janice jasmine jean jenna jennifer jenny jessica jill joan joanna jodi josephine joyce judith judy julia
    julie kaja kamala karen karoline kate katherine kathleen kathy katie kayla kelly kimberly kirsten
    kristen kristi laura lauren leah leila leslie leyla linda lisa liz lois lori lucia lucy lydia lynn
    madeleine maggie malala margaret maria mariam marianne marie marilyn marina marjorie martha mary maryam
    matilda megan melania melinda melissa meryl michelle mina miriam molly monica nadia nancy naomi natalia
    natalie nicola nicole nina nora olena olga olivia oprah pamela patricia paula penny priti rachel rania
    rebecca rita roberta robin rosa rose roxana ruth sabrina sally samantha sandra sara sarah serena sharon
    sheila shirin sonia sophia sophie stella stephanie susan susanna suzanne svetlana sylvia tamara tanya
    tatiana teresa theresa tiffany tina ursula valerie vanessa vera veronica victoria virginia vivian wendy
    whitney yasmin yvonne yulia zahra zainab zoe
    """
)

ROLES = word_set(
    """
    president premier minister secretary chancellor king queen prince princess pope emperor emir sheikh imam
    ayatollah rabbi cardinal archbishop bishop senator senators representative congressman congresswoman
    lawmaker lawmakers deputy mp mps governor mayor councillor councilman ambassador envoy consul diplomat
    diplomats commissioner speaker chairman chairwoman chair chief head leader leaders director manager
    executive executives ceo founder owner boss analyst analysts economist economists strategist general
    lieutenant colonel major captain commander commanders sergeant admiral officer officers detective
    inspector sheriff agent agents judge justice attorney lawyer lawyers prosecutor prosecutors professor
    doctor doctors scientist scientists researcher researchers historian author writer writers novelist poet
    journalist journalists reporter reporters correspondent editor editors columnist anchor presenter host
    photographer actor actress singer comedian coach director producer designer spokesman spokeswoman
    spokesperson spokespeople spokesmen adviser advisor advisers aide aides coordinator activist activists
    campaigner campaigners dissident businessman businesswoman entrepreneur suspect defendant gunman victim
    victims veteran veterans teacher teachers principal student students nurse nurses surgeon astronaut
    pilot undersecretary negotiator negotiators mediator official officials source sources expert experts
    observer observers critic critics supporter supporters opponent opponents resident residents villager
    villagers neighbour neighbours neighbor neighbors witness witnesses survivor survivors bystander
    passer-by protester protesters protestors demonstrator demonstrators organiser organisers organizer
    organizers refugee refugees mother father brother sister son daughter wife husband uncle aunt cousin
    friend friends colleague colleagues parent parents grandmother grandfather widow family relative
    relatives man woman men women boy girl people driver farmer farmers worker workers shopkeeper employee
    employees user users fan fans player striker goalkeeper trainer politician politicians statesman
    ministers fm pm ministry government administration embassy agency council committee commission court
    army military police force union group organisation organization company firm party office department
    bureau parliament senate house team club bank university institute study report statement letter
    document post tweet website newspaper paper magazine outlet broadcaster channel network media press
    letter banner placard sign text treaty resolution communique communiqué memo filing lawsuit indictment
    complaint article editorial watchdog charity body board authority authorities regulator tribunal regime
    movement militia militants rebels command guard guards corps monitor counsel delegate delegates member
    members investigator investigators inspectors technician engineer engineers builder fisherman pastor
    priest monk nun vicar imam cleric clerics fighter fighters soldier soldiers rebel migrant migrants
    passenger passengers customer customers voter voters tribe panel bloc alliance coalition campaign
    firefighter firefighters paramedic captive hostage hostages settler settlers guide captain neighbour
    crew players democrats republicans conservatives feds cops cop
    """
)
"""Nouns that name someone, or some text, that can be quoted."""

GENERAL_ROLES = word_set(
    "official diplomat leader politician statesman man woman veteran chief lawmaker head"
)
"""Roles that are said again of anyone in office who was spoken of."""

OTHER_SPEECH = {
    "de": word_set(
        """
        sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt twitterte warnte warnt
        forderte kritisierte bezeichnete nannte nennt sprach ergänzte versicherte behauptete kündigte teilte
        so laut
        """
    ),
    "fr": word_set(
        """
        dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique écrit estimé estime assuré
        assure souligné souligne dénoncé dénonce averti précisé précise lancé selon indiqué indique annoncé
        annonce
        """
    ),
    "es": word_set(
        """
        dijo dice declaró declara afirmó afirma añadió añade explicó aseguró asegura señaló señala advirtió
        subrayó escribió anunció según indicó sostuvo calificó denunció
        """
    ),
    "it": word_set(
        """
        detto dice dichiarato dichiara affermato afferma aggiunto aggiunge spiegato spiega scritto scrive
        sottolineato sottolinea avvertito secondo annunciato
        """
    ),
    "pt": word_set(
        """
        disse diz declarou afirmou acrescentou explicou garantiu escreveu advertiu anunciou segundo
        ressaltou
        """
    ),
    "nl": word_set("zei zegt verklaarde schreef schrijft waarschuwde volgens aldus benadrukte stelde"),
}
"""Words of saying of other languages, by ISO 639-1 code."""

TITLE_NOUNS = word_set(
    """
    film movie book novel song album single series show programme program documentary play opera musical
    poem essay memoir story painting sculpture exhibition exhibit podcast episode article editorial op-ed
    column headline headlined titled entitled called game videogame hit track ballad anthem sitcom drama
    comedy thriller sequel soundtrack novella autobiography biography report paper study single lecture
    magazine franchise trilogy saga hashtag
    """
)
"""Nouns and participles before the title of a work."""

NAMING = word_set(
    """
    so-called codenamed code-named nicknamed known dubbed named nickname alias aka
    """
)
"""Words before a name that is set between marks."""
