# ruff: noqa: E501 (pages and notes stand here as they are written)
"""Web pages of many shapes: the article is found whole, its furniture is not in it, its head is read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import UnreadableFile
from index.ingest import Draft, read_article

from .drafts import check

TITLE = "Ferry line across the sound gets a second ship"
P1 = "The ferry line across the sound will run a second ship from May, the harbour board said on Tuesday."
P2 = "“We have turned people away every weekend since the bridge was closed,” said Ada Lund, who chairs the board."
P3 = "Two of the five members voted against it. They doubt that the fares will pay for crew, fuel and the new pier."
P4 = "A first crossing with guests is planned for 3 May; regular service begins two days later."
TEXTS = [P1, P2, P3, P4]
BODY = "\n".join(f"<p>{text}</p>" for text in TEXTS)


def read(page: str | bytes, name: str = "page.html") -> Draft:
    draft = read_article(name, page if isinstance(page, bytes) else page.encode())
    check(draft)
    return draft


def paragraphs(draft: Draft) -> list[str]:
    return draft.text.split("\n\n")


def test_a_news_page_with_all_its_furniture() -> None:
    draft = read(f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - Sound Courier</title>
<link rel="canonical" href="https://courier.example/ferry">
<meta property="og:site_name" content="Sound Courier"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2024-03-12T09:15:00+01:00">
<meta name="author" content="By Nils Berg"></head>
<body class="has-sidebar comments-open">
<a class="skip-link" href="#main">Skip to content</a>
<div id="onetrust-banner-sdk"><p>We and our 843 partners keep and read information on your device, as you know.</p></div>
<header><a href="/"><h1>Sound Courier</h1></a><nav><a href="/a">News</a> <a href="/b">Sport</a></nav></header>
<div class="ad-slot">Advertisement</div>
<main><article>
<p class="kicker">Local news</p>
<h1>{TITLE}</h1>
<div class="article-meta"><a rel="author" href="/n">Nils Berg</a> | <time datetime="2024-03-12">12 March 2024</time></div>
<div class="shareButtons"><a href="#">Share on X</a><a href="#">Copy link</a></div>
<figure><img src="a.jpg" alt=""><figcaption>The old ferry at its pier.</figcaption></figure>
{BODY}
<div class="related-stories"><h3>More on this story</h3><p><a href="/x">Bridge over the sound closed until the autumn of next year</a></p></div>
<p><a href="/y">Read more: What the bridge costs</a></p>
</article>
<section id="comments"><h2>Comments</h2><p>This is the longest comment that anybody ever wrote on a ferry, and it is wrong.</p></section>
<aside><h3>Most read</h3><ol><li><a href="/1">Fire in the old town</a></li><li><a href="/2">Storm ahead</a></li></ol></aside>
</main><footer><p>© 2024 Sound Courier. All rights reserved. Nothing on this page may be used again.</p></footer>
</body></html>""")
    assert paragraphs(draft) == ["The old ferry at its pier.", *TEXTS]
    assert (draft.title, draft.source, draft.byline) == (TITLE, "Sound Courier", "Nils Berg")
    assert (draft.published, draft.language) == ("2024-03-12", "en")
    assert draft.url == "https://courier.example/ferry"


def test_lines_are_those_of_the_source() -> None:
    page = (
        f"<html>\n<script>\n\n</script>\n<body><div\n class='a'>\n<p>{P1}\n</p><p>\n  {P2}</p>\n<!-- \n -->"
    )
    page += f"<p>{P3[:40]}\n{P3[40:]}<br><br>{P4}</p></div>"
    lines = page.split("\n")
    draft = read(page)
    for passage in draft.passages:
        assert draft.text[passage.start : passage.start + 20] in lines[passage.line - 1]
    assert len(draft.passages) == 4


def test_pieces_of_a_long_paragraph_know_their_lines() -> None:
    rows = [f"Sentence number {number} stands on a line of its own here." for number in range(60)]
    draft = read("<article>\n<p>" + "\n".join(rows) + "</p></article>")
    assert len(draft.passages) > 2
    for passage in draft.passages:
        assert draft.text[passage.start : passage.end].startswith(rows[passage.line - 2])


def test_a_page_of_mere_divisions() -> None:
    draft = read(f"""<html><title>{TITLE} | The Lantern</title><body>
<div id="top"><div><a href="/">Home</a> <a href="/n">News</a> <a href="/c">Contact</a></div></div>
<div id="wrap"><div class="left"><a href="/1">Older things</a><br><a href="/2">Newer things</a></div>
<div class="middle"><div class="headline"><b>{TITLE}</b></div>
<div>{P1}</div><div>{P2}</div><div>{P3}</div><div>{P4}</div></div></div></body></html>""")
    assert paragraphs(draft) == TEXTS
    assert (draft.title, draft.source) == (TITLE, "The Lantern")


def test_an_old_page_laid_out_in_tables() -> None:
    draft = read(f"""<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=white>
<TABLE WIDTH=700><TR><TD COLSPAN=2><A HREF="/">Home</A> | <A HREF="/n">News</A></TD></TR>
<TR><TD WIDTH=150><A HREF=a>Weather</A><BR><A HREF=b>Tides</A></TD>
<TD><FONT SIZE=5><B>{TITLE}</B></FONT><BR>
<FONT SIZE=2><I>By Nils Berg, 12 March 2024</I></FONT><P>
<FONT FACE=Arial>{P1}<BR><BR>{P2}<BR>
<BR>
{P3}<P>{P4}</FONT></TD></TR></TABLE></BODY></HTML>""")
    assert paragraphs(draft) == TEXTS
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Nils Berg", "2024-03-12")


def test_structured_data_in_a_graph_with_references() -> None:
    draft = read(f"""<html><head><script type="application/ld+json">
{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","@id":"#site","name":"Sound Courier"}},
{{"@type":["Article","NewsArticle"],"headline":"Ferry line &amp; ship","datePublished":"2024-03-12T23:30:00-05:00",
"dateModified":"2024-04-01","author":[{{"@id":"#a"}},{{"@type":"Person","name":"Eva Holm"}}],"publisher":{{"@id":"#site"}},
"inLanguage":"en-US","mainEntityOfPage":{{"@id":"https://courier.example/2"}}}},
{{"@type":"Person","@id":"#a","name":"Nils Berg"}}]}}</script>
<script type="application/ld+json">{{"broken": </script></head><body><article>{BODY}</article></body></html>""")
    assert (draft.title, draft.source) == ("Ferry line & ship", "Sound Courier")
    assert (draft.byline, draft.published) == ("Nils Berg, Eva Holm", "2024-03-12")
    assert draft.url == "https://courier.example/2"


def test_text_that_is_only_in_the_structured_data() -> None:
    body = "\\n\\n".join(text.replace('"', "'") for text in TEXTS)
    draft = read(f"""<html><head><title>x</title><script type="application/ld+json">
[{{"@type":"NewsArticle","headline":"{TITLE}","articleBody":"{body}"}}]</script></head>
<body><div id="root"></div><noscript>Please switch on scripts to read this page.</noscript></body></html>""")
    assert (draft.title, paragraphs(draft)) == (TITLE, TEXTS)


def test_a_blog_with_tags_bio_and_neighbours() -> None:
    draft = read(f"""<html><body class="single single-post"><div class="site"><div class="site-header"><p>One man and his boat</p></div>
<div class="content-area"><div class="post-12 post type-post category-sea"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time datetime="2024-03-12T10:00:00+00:00">March 12, 2024</time></span>
<span class="byline"> by <span class="author vcard"><a href="/nils">Nils Berg</a></span></span></div>
<div class="entry-content">{BODY}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div></div>
<div class="entry-footer"><span class="cat-links">Posted in <a href="#">Sea</a></span></div>
<div class="author-bio"><p>Nils Berg has written about boats for as long as he can remember, and swims badly.</p></div></div>
<div class="post-navigation"><a href="#">Previous: A quiet winter</a></div></div></div></body></html>""")
    assert paragraphs(draft)[:4] == TEXTS
    assert len(paragraphs(draft)) == 4
    assert (draft.title, draft.byline, draft.published) == (TITLE, "Nils Berg", "2024-03-12")


def test_a_page_that_is_all_one_form() -> None:
    draft = read(
        f"<html><body><form id='aspnetForm'><div class='banner page-banner'><h1>{TITLE}</h1>{BODY}</div></form>"
    )
    assert (draft.title, paragraphs(draft)) == (TITLE, TEXTS)


def test_a_body_hidden_until_a_script_has_run() -> None:
    draft = read(
        f"<html><body style='visibility: hidden' class='modal-open'><article>{BODY}</article></body></html>"
    )
    assert paragraphs(draft) == TEXTS


def test_hidden_things_within_an_article() -> None:
    draft = read(f"""<article>{BODY}<p hidden>One</p><p style="display:none">Two</p><div aria-hidden="true">Three</div>
<template><p>Four</p></template><svg><text>Five</text></svg><textarea>Six</textarea></article>""")
    assert paragraphs(draft) == TEXTS


def test_the_article_among_teasers() -> None:
    teaser = (
        "<article class='card'><h2><a href='#'>Something else</a></h2><p>A short line on it.</p></article>"
    )
    draft = read(f"<main>{teaser * 3}<article><h1>{TITLE}</h1>{BODY}</article>{teaser * 9}</main>")
    assert (draft.title, paragraphs(draft)) == (TITLE, TEXTS)


def test_more_comments_than_article() -> None:
    comment = "<div class='comment'><p>I have taken this ferry for thirty years and it was never late, not once.</p></div>"
    draft = read(
        f"<body><div class='story'><h1>{TITLE}</h1>{BODY}</div><div id='comments'>{comment * 9}</div></body>"
    )
    assert paragraphs(draft) == TEXTS


def test_an_opinion_piece_whose_class_is_comment() -> None:
    draft = read(
        f"<body class='comment'><div class='comment'><h1>{TITLE}</h1>{BODY}</div><div class='nav'>Up</div></body>"
    )
    assert paragraphs(draft) == TEXTS


def test_a_deck_between_headline_and_text() -> None:
    deck = "The board votes three to two; crossings begin in May"
    draft = read(f"""<body><div class="page"><h1>{TITLE}</h1><h2 class="deck">{deck}</h2><p>By <b>Nils Berg</b></p>
<div class="story-text">{BODY}</div><p><a href="#">Back</a></p></div></body>""")
    assert paragraphs(draft) == [deck, *TEXTS]
    assert (draft.title, draft.byline) == (TITLE, "Nils Berg")


def test_lists_tables_quotations_and_code() -> None:
    draft = read(f"""<article>{BODY}<ul><li>Cars: 40</li><li><p>Seats: 200</p><p>Bar: none</p></li></ul>
<ol start="3"><li>Third</li><li>Fourth<ul><li>Below</li></ul></li></ol>
<blockquote>It will rain.<br>It always rains.</blockquote>
<table><caption>Fares</caption><tr><th>Who</th><th>Crowns</th></tr><tr><td>Child</td><td>20</td></tr></table>
<pre>  one
    two
      three</pre><dl><dt>Pier</dt><dd>Where ships lie</dd></dl></article>""")
    assert paragraphs(draft)[4:] == [
        "– Cars: 40", "– Seats: 200", "Bar: none", "3. Third", "4. Fourth", "– Below",
        "It will rain.\nIt always rains.", "Fares\nWho | Crowns\nChild | 20", "one\ntwo\n  three", "Pier",
        "Where ships lie",
    ]  # fmt: skip


def test_an_embedded_post_is_one_paragraph() -> None:
    draft = read(f"""<article>{BODY}<blockquote class="twitter-tweet"><p lang="en">A second ship!<br><br>At last. 
<a href="https://t.example/1">pic.example/1</a></p>&mdash; Harbour Board (@board_example) 
<a href="https://t.example/2">March 12, 2024</a></blockquote><script async src="https://t.example/w.js"></script></article>""")
    assert paragraphs(draft)[4:] == [
        "A second ship!\n\nAt last. pic.example/1 — Harbour Board (@board_example) March 12, 2024".replace(
            "\n\n", "\n"
        )
    ]


def test_entities_blanks_and_inline_markup() -> None:
    draft = read(f"""<article>{BODY}<p>Fares&nbsp;&amp;   tides:\t<b>20</b>&#8211;<i>30</i> kr&period; R<sub>2</sub>
    &lt;p&gt; &#x27;so&#x27;&shy;called &#27;[31m&#x202e;<a href="#">li</a>nk 2 < 3 > 1 &bogus; AT&T</p></article>""")
    assert paragraphs(draft)[4] == "Fares & tides: 20–30 kr. R2 <p> 'so'called link 2 < 3 > 1 &bogus; AT&T"


def test_unclosed_and_crossed_tags() -> None:
    draft = read(
        f"<body><div><h1>{TITLE}</h2><p>{P1}<p><b><i>{P2}</b></i><div><p>{P3}</span></div></section><p>{P4}"
    )
    assert (draft.title, paragraphs(draft)) == (TITLE, TEXTS)


def test_attributes_that_look_like_tags() -> None:
    draft = read(
        f"<article data-a='<p>no</p>' data-b=\"</article>\" class=a\"b>{BODY}<p title='a > b' x=\"'>{P1}</p></article>"
    )
    assert paragraphs(draft)[:4] == TEXTS


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"),
        ("utf-16", "utf-16"), ("shift_jis", "cp932"), ("rot13", "utf-8"), ("no-such-thing", "utf-8"),
    ],
)  # fmt: skip
def test_encodings(declared: str, encoding: str) -> None:
    texts = {
        "cp1251": "Второй паром через пролив выйдет в море в мае, сообщил во вторник совет порта.",
        "cp932": "港の委員会は火曜日、海峡を渡る二隻目のフェリーを五月から運航すると発表した。",
    }
    text = texts.get(
        encoding, "Die Fähre über den Sund erhält im Mai ein zweites Schiff, heißt es – für 3 € mehr."
    )
    page = f"<html><head><meta charset='{declared}'></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
    assert paragraphs(read(page.encode(encoding))) == [text, text]


def test_xhtml_with_elements_that_close_themselves() -> None:
    draft = read(
        f"""<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>{TITLE}</title><script src="a.js" />
<style type="text/css"/></head><body><div id="a"/><h1>{TITLE}</h1><a id="top"/>{BODY}<hr/></body></html>""",
        "page.xhtml",
    )
    assert (draft.title, paragraphs(draft)) == (TITLE, TEXTS)


def test_the_address_that_a_browser_noted() -> None:
    saved = "<!-- saved from url=(0035)https://www.courier.example/ferry/2 -->"
    draft = read(f"<!DOCTYPE html>\n{saved}\n<html><body><article>{BODY}</article></body></html>")
    assert (draft.url, draft.source) == ("https://www.courier.example/ferry/2", "courier.example")


def test_a_journal_page() -> None:
    draft = read(f"""<head><meta name="citation_title" content="{TITLE}"><meta name="citation_author" content="Berg, Nils">
<meta name="citation_author" content="Holm, Eva"><meta name="citation_publication_date" content="2024/03/12">
<meta name="citation_journal_title" content="Ferries and Sounds"></head><body><main>{BODY}</main></body>""")
    assert (draft.title, draft.source, draft.published) == (TITLE, "Ferries and Sounds", "2024-03-12")
    assert draft.byline == "Berg, Nils, Holm, Eva"


def test_scripts_without_blanks_are_prose_too() -> None:
    text = "委员会周二表示，海峡渡轮航线将从五月起增开第二艘船，票价不变，码头将在夏季之前扩建完成。"
    draft = read(
        f"<body><div><a href='/'>首页</a></div><div><h1>海峡渡轮</h1><p>{text}</p><p>{text}</p></div></body>"
    )
    assert draft.title == "海峡渡轮"
    assert paragraphs(draft)[-2:] == [text, text]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><ul><li><a href=1>One</a><li><a href=2>Two</a></ul></body></html>",
        "<html><head><title>Sign in</title></head><body><form><input name=u><button>Go</button></form></body></html>",
        "<html></html>", "<", "<a", "</", "<!--", "<script>", "&", "<p>Not found</p>",
    ],
)  # fmt: skip
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableFile, match="no article found in the page"):
        read_article("a.html", page.encode())


def test_what_is_empty_or_no_text_is_refused() -> None:
    for data, reason in (
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7", "not text"),
        (b"\0\1\2" * 99, "not text"),
    ):
        with pytest.raises(UnreadableFile, match=reason):
            read_article("a.htm", data)


def test_null_bytes_are_passed_over() -> None:
    page = f"<article>{BODY}</article>".replace("<p>", "<p\0>").replace("May", "M\0ay")
    assert paragraphs(read(page.encode())) == TEXTS


@pytest.mark.parametrize(
    "deep",
    [
        "<div>",
        "<span>",
        "<li><dd>",
        "<b class=x><p>",
        "<table><tr><td>",
        "<ul><li>",
        "<a href=x><p>",
        "<x-y>",
        "<font id=a>",
    ],
)
def test_ten_thousand_levels(deep: str) -> None:
    draft = read(f"{deep * 10_000}<article>{BODY}</article>")
    assert [text.removeprefix("– ") for text in paragraphs(draft)] == TEXTS


@pytest.mark.parametrize(
    "endless",
    ["<", "<a ", "</", "<!--", '<p a="', "<script>", "<svg>", "<title>", "&", "<p>", "<br>", "]]>", "<h1>"],
)
def test_endless_rows_of_one_thing(endless: str) -> None:
    try:
        check(read_article("a.html", (f"<article>{BODY}</article>" + endless * 20_000).encode()))
    except UnreadableFile as refusal:
        assert str(refusal) == "no article found in the page"


def test_megabytes_of_scripts() -> None:
    script = "<script>" + "var a = '<p>" + "x" * 200_000 + "</p>';" + "</script>\n"
    assert (
        paragraphs(read(f"<body>{script * 10}<article>{script.join(['', BODY, ''])}</article></body>"))
        == TEXTS
    )


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<b>", "</b>", "<a href='x'>", "</a>",
                "<br>", "<br/>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "</h1>",
                "<h2>", "<blockquote class='twitter-tweet'>", "</blockquote>", "<pre>", "</pre>", "<script>", "</script>",
                "<!--", "-->", "<nav>", "</nav>", "<span hidden>", "</span>", "<form>", "</form>", "<svg>", "</svg>",
                "<ol start=9>", "</ol>", "<time datetime='2024-03-12'>", "</time>", "<p class=byline>", "&nbsp;", "&#0;",
                "&#x202e;", "&#769;", "&#8232;", "\n", "\n\n", " ", "<", ">", "\"", "'", "\0", "\x1b[31m", "ᄀ", "&#4449;",
                "<title>", "</title>", "<meta name=author content='", "<select>", "<template>", "<x-y>", P1, P2, "No comments:",
                "By Nils Berg", "<dd>", "<math>", "<button>", "<html lang=", "<body onload=\"",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_is_read_or_refused(soup: str) -> None:
    try:
        draft = read_article("a.html", soup.encode("utf-8", "surrogatepass"))
    except UnreadableFile as refusal:
        assert str(refusal) in ("empty", "not text", "no article found in the page")
    else:
        check(draft)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for page in (data, b"<article><p>" + P1.encode() + data):
        try:
            check(read_article("a.html", page))
        except UnreadableFile as refusal:
            assert str(refusal) in ("empty", "not text", "no article found in the page")


WORD = st.text("abcdefgh", min_size=1, max_size=9)
SENTENCES = st.lists(
    st.lists(WORD, min_size=3, max_size=30).map(lambda words: f"A {' '.join(words)}."), min_size=3, max_size=9
)
WRAPS = st.lists(
    st.sampled_from(
        [
            "<div class='wrap'>{}</div>", "<main>{}</main>", "<div><nav><a href='/'>Home</a></nav>{}</div>",
            "<section>{}<aside><p>Something else that is rather long, and still no part of it.</p></aside></section>",
            "<div>{}</div><footer>All rights reserved</footer>", "<article>{}</article>",
            "<table><tr><td><a href='/'>Up</a></td><td>{}</td></tr></table>", "<div class='share-page'>{}</div>",
        ]
    ),
    max_size=5,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    SENTENCES,
    WRAPS,
    st.sampled_from(["<p>{}</p>", "<p>{}", "<div>{}</div>", "{}<br><br>", "<p><span>{}</span></p>\n"]),
)
def test_no_sentence_is_lost_however_it_is_wrapped(
    sentences: list[str], wraps: list[str], shape: str
) -> None:
    page = "".join(shape.format(text) for text in [P1, *sentences, P2, P3])
    for wrap in wraps:
        page = wrap.format(page)
    assert paragraphs(read(f"<html><body>{page}</body></html>")) == [P1, *sentences, P2, P3]


SAMPLES = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.html")), ids=lambda path: path.name)
def test_the_sample_pages(sample: Path) -> None:
    draft = read(sample.read_bytes())
    assert draft.source and draft.source.startswith("Cuttings sample, after")
    assert draft.byline == "Sample Desk"
    assert draft.published
    for furniture in (
        "cookie",
        "Share",
        "Subscribe",
        "newsletter",
        "rights reserved",
        "Read next",
        "Sample Desk",
        "Most read",
    ):
        assert furniture not in draft.text
