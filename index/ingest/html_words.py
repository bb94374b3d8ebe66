"""The words by which the parts of a page are known that belong to no article.

They stand in names of elements, in classes and in ids. A part that holds most of the page's
prose is no furniture whatever it is called.
"""


def _words(text: str) -> frozenset[str]:
    """Words parted by blanks."""
    return frozenset(text.split())


BLOCK_TAGS = _words(
    """
    address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table
    tbody td th tr ul
    """
)
"""Elements that part paragraphs."""

HEADING_TAGS = _words("h1 h2 h3 h4 h5 h6")
"""Elements that hold headings."""

OPAQUE_TAGS = _words(
    """
    audio canvas iframe math noembed noframes noscript object script select style svg template textarea title
    video xmp
    """
)
"""Elements whose content is never text of an article."""

RAW_TAGS = _words("iframe noembed noframes script style textarea xmp")
"""Those of them that, never closed, hide the rest of the page."""

LEFT_OUT_TAGS = _words(
    """
    acronym area b base basefont bgsound big blink body code col colgroup del dfn em embed font frame frameset
    head html i img image input ins kbd keygen link mark marquee meta nobr optgroup option param plaintext rb
    rp rtc ruby s samp small source strike strong tbody tfoot thead track tt u var wbr
    """
)
"""Tags that tell nothing about where text belongs."""

VOID_TAGS = _words("br hr")
"""Elements that hold nothing."""

SELF_CLOSED_TAGS = _words("caption dd dt li p td th tr")
"""Elements that the next of their kind closes."""

FURNITURE_WORDS = _words(
    """
    ad adblock addthis ads adsense adslot advert advertisement advertising advertorial adunit
    alsolike authorbio banner bottombar breadcrumb breadcrumbs buttons captcha catlinks cmp comment
    commentlist comments commercial consent cookie cookiebanner cookieconsent cookies copyright disclaimer
    disqus donate donation drawer dropdown editsection emailsignup feedback follow footer gdpr hamburger
    infobox jumplinks lightbox livechat login mailchimp masthead mbox menu metered modal mostpopular mostread
    nav navbar navbox navigation navlinks newsletter newsletters noprint onetrust outbrain overlay pager
    pagination paywall popover popular popup postnav postnavigation printonly prevnext promo promobox promoted
    promotion rail readmore readnext recirc recirculation recommend recommendation recommendations recommended
    reflist register related relatedarticles relatedlinks relatedposts relatedstories replies respond
    screenreader
    searchbar searchbox searchform sharebar sharebuttons sharedaddy share sharing shares shareline sharetools
    sidebar sidenav signin signup sitefooter siteheader sitemap skiplink skip social socialbar socialmedia
    sociallinks sponsor sponsored sponsors subnav subscribe subscriber subscription subscriptions taboola
    tagcloud taglist tags teaser teasers ticker toc toolbar tools toolbox topbar topnav topics trackback
    trending trinity tts upsell utility whatsapp widget widgets zergnet
    """
)
"""Words in the class or the id of an element."""

FURNITURE_PAIRS = _words(
    """
    about-author also-like also-read article-actions author-bio author-box author-card author-info
    author-profile back-top bottom-bar call-action cookie-notice editors-picks follow-us last-updated
    latest-news listen-article more-articles more-from more-news more-on more-stories most-popular most-read
    most-viewed next-article next-post other-stories post-footer post-navigation post-tags prev-next
    previous-post print-only read-also read-more read-next report-error screen-reader see-also sign-in sign-up
    site-footer site-header skip-link story-footer top-bar top-stories up-next you-might
    """
)
"""Two words that follow each other there."""

FURNITURE_ROLES = _words(
    """
    alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search
    status switch tablist toolbar tooltip
    """
)
"""Values of the attribute `role`."""

FURNITURE_TAGS = _words("aside button dialog fieldset footer form menu nav rt")
"""Elements that hold what belongs to no article, unless most of the page is in them."""

EMBEDS = _words(
    """
    twitter-tweet twitter-video tweet instagram-media tiktok-embed fb-post bluesky-embed mastodon-embed
    telegram-post reddit-card reddit-embed-bq threads-post text-post-media
    """
)
"""Classes of posts from elsewhere that are set into an article."""

BYLINE_WORDS = _words("author authors byline bylines contributor contributors writer")
"""Words in the class of an element that names who wrote it."""

BODY_CLASSES = _words(
    """
    article-body article-content article-text article__body article__content articlebody articlecontent
    body-copy content-body entry-content main-content post-body post-content single-content story-body
    story-content story-text storybody td-post-content
    """
)
"""Classes of the element that holds the text of an article."""
