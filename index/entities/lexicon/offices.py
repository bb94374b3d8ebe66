"""Titles, offices and what they are over, and what tells father from son."""

from index.entities.lexicon.classes import words

HONORIFICS = words(
    """
    mr mr. mrs mrs. ms ms. miss mx msgr msgr. dr dr. sir dame prof prof. rev rev. fr fr. madame monsieur herr
    frau señor señora mme
    """
)

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

TITLES = ROLES | HONORIFICS
"""Everything that stands before a person's name and is no part of it."""
