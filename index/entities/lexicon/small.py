"""Small words, days, abbreviations and short forms that name nothing."""

from index.entities.lexicon.classes import words

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

ABBREVIATIONS = words(
    """
    mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt adm sen rep gov pres rev hon fr st jr sr inc corp
    co ltd bros vs no mt ft messrs mme dept univ assn supt det insp atty asst brig cst ens ph jan feb mar
    apr jun jul aug sept oct nov dec ala ariz ark calif colo conn del fla ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo
    """
)
"""Words whose full stop ends no sentence."""

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
