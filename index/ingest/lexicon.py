"""The words by which heads and page furniture are known: weekdays, roles, outlets, "Post a comment".

All are in lower case except where capitals tell (`OUTLETS`).
"""


def _words(text: str) -> frozenset[str]:
    """Words parted by blanks."""
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    """Phrases parted by bars or line ends."""
    return frozenset(phrase.strip() for line in text.strip().split("\n") for phrase in line.split("|"))


WEEKDAYS = _words(
    """
    dienstag dimanche dinsdag domenica domingo donderdag donnerstag feira freitag fri friday giovedì jeudi
    jueves lundi lunedì lunes maandag mardi martedì martes mercoledì mercredi mittwoch miércoles mon monday
    montag quarta quinta sabato samedi samstag sat saturday segunda sexta sonnabend sonntag sun sunday
    sábado terça thu thur thurs thursday tue tues tuesday vendredi venerdì viernes vrijdag wed wednesday
    woensdag zaterdag zondag
    """
)
"""Names of weekdays."""

TIME_ZONES = _words(
    """
    aedt aest bst cdt cest cet cst ct edt eest eet est et hkt ist jst mdt msk mst pdt pst pt sgt
    """
)
"""Short names of time zones."""

DATE_LABELS = _words(
    """
    a actualizado added aggiornato aktualisiert alle am at atualizado bijgewerkt created date dated edited
    edition el em erstellt first gepubliceerd il issued jour las last le local mis modified modifié om on
    online op ore posted print pub pubblicato publicado publication published publié release released stand
    time uhr um update updated uploaded veröffentlicht à às
    """
)
"""Words that stand beside a date of publication."""

UPDATE_LABELS = _words(
    """
    actualizado aggiornato aktualisiert atualizado bijgewerkt edited jour modified modifié update updated
    """
)
"""Those of them that name a later change."""

TIMED = UPDATE_LABELS | {"published", "posted", "ago"}
"""Words that make a time without a date a piece of the head."""

PARTICLES = _words(
    """
    & abu al and bin bint da das de del della den der di dos du e el en et i ibn la le ten ter und van von
    with y
    """
)
"""Small words within names, and between them."""

ROLES = _words(
    """
    a affairs agencies agency an analyst and at bureau business chief columnist contributor correspondent
    correspondents defence defense desk diplomatic east economics editor editors environment for foreign
    from health in middle news of political reporter reporters science security senior special staff team
    technology the with world writer writers
    """
)
"""Words by which an author's post is named."""

GENERIC = _words(
    """
    and business by city digital editorial features foreign international local metro national news online
    opinion our political regional senior special sport sports the web world
    """
)
"""Words before "Desk" or "Staff" that name no outlet."""

NOT_NAMES = _words(
    """
    by day end now then time way
    """
)
"""Words that follow "by" in sentences and not in bylines."""

OUTLET_WORDS = _words(
    """
    advertiser agency anzeiger argus beacon broadcasting bulletin chronicle compass courier dagblad
    daily democrat diario digest dispatch echo enterprise examiner eye gazette gazzetta giornale globe
    herald independent inquirer insider institute intelligencer investigates investigations jornal
    journal journalism journaux krant lantern ledger magazine mail media mirror monitor nachrichten
    network news newspaper newswire observer picayune post post-dispatch press presse radio record
    register report reporter reporting reports republican review rundschau sentinel standard tagblatt
    telegram telegraph times today tribune tv voice voices watch weekly wire zeitung
    """
)
"""Words that tell an outlet's name."""

OUTLETS = _phrases(
    """
    ABC News | AFP | Agence France-Presse | Agencia EFE | Al Arabiya | Al Jazeera | Al Mayadeen | Al-Ahram
    Al-Monitor | Anadolu | Anadolu Agency | Ansa | ANSA | AP | Arab News | Asharq Al-Awsat | Asia Times
    Associated Press | Axios | BBC | BBC News | Belga | Bellingcat | Bloomberg | Bloomberg News | Breitbart
    Business Insider | CBC | CBC News | CBS News | CNBC | CNN | Consortium News | Corriere della Sera | DAWN
    Der Spiegel | Deutsche Welle | Die Presse | Die Welt | Die Zeit | dpa | DW | EFE | El Mundo
    El País | Euronews | Fars News | FAZ | Financial Times | Folha de S.Paulo | Forbes | Foreign Affairs
    Foreign Policy | Fox News | France 24 | Frankfurter Allgemeine | Global Times | Haaretz | Hürriyet
    i24NEWS | Interfax | IPS | IRNA | ITV News | Jacobin | Kommersant | KUNA | Kyodo | Kyodo News
    La Repubblica | La Stampa | Le Figaro | Le Monde | Libération | Los Angeles Times | Meduza | Mehr News
    Middle East Eye | Mondoweiss | MSNBC | NBC News | New York Times | Newsweek | NHK | Nikkei
    Novaya Gazeta | NPR | NZZ | PA Media | Palestine Chronicle | PBS | Politico | Press TV | PTI | Reuters
    RFE/RL | RIA Novosti | RT | RTÉ | SANA | Sky News | South China Morning Post | Spiegel | Sputnik
    Süddeutsche Zeitung | Tasnim | TASS | Tass | The Associated Press | The Atlantic | The BBC | The Cradle
    The Economist | The Grayzone | The Guardian | The Hill | The Hindu | The Independent | The Intercept
    The Nation | The National | The New Arab | The New Republic | The New Yorker | The Spectator | The Times
    Ukrinform | UPI | USA Today | Vedomosti | VOA | Voice of America | WAFA
    Wall Street Journal | Washington Post | Xinhua | Yahoo News | Ynet | Yonhap | ZDF
    """
)
"""Names of outlets that a line is known by."""

SECTIONS = _phrases(
    """
    africa | americas | analysis | asia | breaking | breaking news | business | climate | comment | culture
    economy | editorial | environment | europe | exclusive | explainer | features | health | international
    interview | investigation | investigations | latest | live | local news | middle east | national | news
    opinion | politics | science | sport | sports | tech | technology | uk | uk news | us | us news | world
    world news
    """
)
"""Names of a site's sections, as they stand over titles."""

FURNITURE = _phrases(
    """
    about us | accept | accept all | accept all cookies | accept cookies | add a comment | add comment
    all rights reserved | also read | back to top | be the first to comment | blogthis | bookmark
    cancel reply | click here to subscribe | click to share | close | comments | comments are closed
    compartir | condividi | contact us | continue reading | cookie policy | cookie settings | copy link
    copy url | donate | donate now | download our app | download the app | drucken | editor's picks
    editors picks | email | email this | email this article | email this blogthis | facebook | find out more
    follow us | follow us on | follow us on facebook | follow us on google news | follow us on telegram
    follow us on twitter | follow us on x | get our newsletter | get the app | home | imprimer | instagram
    join the conversation | join the discussion | jump to content | keep reading | kommentar schreiben
    kommentare | latest news | latest stories | lea también | learn more | leave a comment | leave a reply
    leer más | leggi anche | like this | link copied | linkedin | lire aussi | listen | listen to article
    listen to this article | listen to this story | load more comments | loading | log in | manage cookies
    mehr zum thema | menu | more | more from this author | more like this | more news | more on this
    more on this story | more stories | most popular | most read | most viewed | newer post | newer posts
    newsletter | newsletters | next | next article | next post | next up | no comment | no comments
    no comments yet | older post | older posts | opens in new window | partager | pin it | pinterest | play
    post a comment | previous | previous article | previous post | print | print article | print this
    print this article | privacy policy | privacy settings | read also | read full article | read full story
    read more | read next | read the full article | recommended | recommended articles | recommended for you
    recommended reading | recommended stories | reddit | register | reject all | related | related articles
    related content | related coverage | related links | related news | related posts | related stories
    related topics | report a typo | report an error | save | save article | save for later
    save this article | search | see also | see more | send us a tip | share | share article
    share full article | share on facebook | share on linkedin | share on twitter | share on whatsapp
    share on x | share story | share this | share this article | share this post | share this story
    share to facebook | share to pinterest | share to twitter | share to x | share via email | show comments
    show less | show more | sign in | sign up | sign up for our daily newsletter
    sign up for our newsletter | sign up for our newsletters | sign up here | sign up now
    sign up to our newsletter | skip navigation | skip to content | skip to main content
    skip to navigation | subscribe | subscribe now | subscribe to our channel | subscribe to our newsletter
    subscribe to our newsletters | subscribe to post comments | subscribe to post comments atom
    support our journalism | support our work | support us | teilen | telegram | terms and conditions
    terms of service | terms of use | top | top stories | trending | trending now | tweet | tweet this
    twitter | up next | view all | view comments | view this post on instagram | watch | weiterlesen
    whatsapp | write a comment | you may also like | you may like | you might also like
    your email address will not be published | youtube | à lire aussi
    """
)
"""Lines of a page that belong to no article, without the signs around them."""

ADVERTISEMENT = _phrases(
    """
    advertentie | advertisement | advertisement - continue reading below
    advertisement - scroll to continue | advertisements | anzeige | article continues below advertisement
    article continues below this ad | continue reading below | pubblicità | publicidad | publicité
    story continues below advertisement | werbung
    """
)
"""Furniture that stands in the middle of articles too."""

LIST_HEADINGS = _phrases(
    """
    also read | latest news | latest stories | more news | more on this story | more stories | most popular
    most read | read also | read next | recommended | recommended articles | recommended for you
    recommended stories | related | related articles | related content | related coverage | related news
    related posts | related stories | see also | top stories | trending | trending now | you may also like
    you might also like
    """
)
"""Furniture under which headlines of other articles follow."""

_LABELS = {
    "title": "title headline titel titre título titulo titolo subject",
    "source": "source publisher outlet publication site quelle fuente fonte bron newspaper website",
    "published": "date published posted updated created datum fecha data publié pubdate",
    "byline": "by author authors byline writer autor auteur autore reporter",
    "url": "url link permalink address",
}
HEAD_LABELS = {label: name for name, labels in _LABELS.items() for label in labels.split()}
HEAD_LABELS |= dict.fromkeys(
    ("published on", "published at", "published date", "publication date", "date published", "posted on"),
    "published",
)
HEAD_LABELS |= dict.fromkeys(("last updated", "updated on"), "published")
HEAD_LABELS |= {"written by": "byline", "source url": "url", "original url": "url"}
"""Labels of lines that are head, with the field that each gives."""
