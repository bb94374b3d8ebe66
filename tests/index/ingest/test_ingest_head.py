"""Heads as news sites, wires and people leave them; all of them invented."""

from dataclasses import dataclass

import pytest

from index.ingest import read_article

BODY = (
    "The harbour authority said on Tuesday that the new breakwater would be finished before the winter "
    "storms arrive.\n\nWork on the northern arm began four years ago, and was held up twice by a shortage of "
    'stone. "We are pleased with the pace now," said its director, Mara Lindqvist.'
)


@dataclass(frozen=True)
class Case:
    name: str
    head: str
    title: str
    source: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    kept: str = ""
    """What of the head stays at the beginning of the text."""


CASES = [
    Case("title alone", "Breakwater nears completion", "Breakwater nears completion"),
    Case(
        "date before title",
        "Monday, June 23, 2025\n\nBreakwater nears completion",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "title, byline, date in a block",
        "Breakwater nears completion\nBy Jane Doe\nJune 23, 2025",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "title, byline and date in one line",
        "Breakwater nears completion\n\nBy Jane Doe | 23 June 2025",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "date and staff before a first sentence",
        " date 2025-06-23 By Valley Gazette Staff\n\n"
        "The port of Rinholm will open its new breakwater before the winter storms arrive from the west "
        "this year.",
        "The port of Rinholm will open its new breakwater before the winter storms…",
        source="Valley Gazette",
        byline="Valley Gazette Staff",
        published="2025-06-23",
        kept="The port of Rinholm will open its new breakwater before the winter storms arrive from the west "
        "this year.\n\n",
    ),
    Case(
        "deck between title and desk",
        "Monday, 23 June 2025\n\nBreakwater nears completion\n\nStorm season is two months away  \n\n"
        "News Desk - The Lantern ",
        "Breakwater nears completion",
        source="The Lantern",
        byline="News Desk",
        published="2025-06-23",
        kept="Storm season is two months away\n\n",
    ),
    Case(
        "person and agency",
        "Breakwater nears completion\n\nJane Doe | Reuters\n\nPublished: June 23, 2025 at 4:05 pm",
        "Breakwater nears completion",
        source="Reuters",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "labels",
        "Title: Breakwater nears completion\nSource: The Valley Gazette\nDate: 2025-06-23\nAuthor: Jane Doe\n"
        "URL: https://www.valley-gazette.example/harbour/1",
        "Breakwater nears completion",
        source="The Valley Gazette",
        byline="Jane Doe",
        published="2025-06-23",
        url="https://www.valley-gazette.example/harbour/1",
    ),
    Case(
        "labels in another order and case",
        "PUBLISHED: 23 Jun 2025\nBy: Jane Doe\nTITLE: Breakwater nears completion",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "labels in German",
        "Titel: Neue Mole fast fertig\nDatum: 23. Juni 2025\nQuelle: Hafenbote",
        "Neue Mole fast fertig",
        source="Hafenbote",
        published="2025-06-23",
    ),
    Case(
        "front matter",
        '---\ntitle: "Breakwater nears completion"\ndate: 2025-06-23T16:05:00+02:00\nauthor: Jane Doe\n---',
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "address gives the outlet",
        "Breakwater nears completion\nhttps://www.harbour-post.example/2025/breakwater",
        "Breakwater nears completion",
        source="harbour-post.example",
        url="https://www.harbour-post.example/2025/breakwater",
    ),
    Case(
        "title that names its site",
        "Breakwater nears completion after four years | The Valley Gazette",
        "Breakwater nears completion after four years",
        source="The Valley Gazette",
    ),
    Case(
        "title that names an agency",
        "Breakwater nears completion after four years - BBC News\n\n23 June 2025",
        "Breakwater nears completion after four years",
        source="BBC News",
        published="2025-06-23",
    ),
    Case(
        "section over title",
        "World\n\nBreakwater nears completion after four years\n\nBy Jane Doe",
        "Breakwater nears completion after four years",
        byline="Jane Doe",
    ),
    Case(
        "outlet over title",
        "The Valley Gazette\n\nBreakwater nears completion after four years\n\nBy Jane Doe\n\n"
        "June 23rd, 2025",
        "Breakwater nears completion after four years",
        source="The Valley Gazette",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "update after publication",
        "Breakwater nears completion\n\nUpdated 24 June 2025, first published 23 June 2025",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "only an update",
        "Breakwater nears completion\n\nUpdated 4:05 PM EDT, Mon June 23, 2025",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "guardian style time",
        "Breakwater nears completion\n\nMon 23 Jun 2025 16.05 BST",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "ambiguous numbers stay",
        "Breakwater nears completion\n\n05/06/2025",
        "Breakwater nears completion",
        kept="05/06/2025\n\n",
    ),
    Case(
        "unambiguous numbers",
        "Breakwater nears completion\n\n23/06/2025",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "several authors",
        "Breakwater nears completion\n\nBy Jane Doe, John Roe and Ana de la Cruz in Rinholm",
        "Breakwater nears completion",
        byline="Jane Doe, John Roe and Ana de la Cruz in Rinholm",
    ),
    Case(
        "author with a post",
        "Breakwater nears completion\n\nBy Jane Doe, political correspondent",
        "Breakwater nears completion",
        byline="Jane Doe, political correspondent",
    ),
    Case(
        "author of an outlet",
        "Breakwater nears completion\n\nBy Jane Doe, BBC News",
        "Breakwater nears completion",
        source="BBC News",
        byline="Jane Doe",
    ),
    Case(
        "name beside a date",
        "Breakwater nears completion\n\nJane Doe\n\nJune 23, 2025",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "dateline stays",
        "Breakwater nears completion\n\nRINHOLM (Reuters) - The last stone was laid on Monday.",
        "Breakwater nears completion",
        source="Reuters",
        kept="RINHOLM (Reuters) - The last stone was laid on Monday.\n\n",
    ),
    Case(
        "share line and reading time",
        "Skip to main content\n\nBreakwater nears completion\n\nBy Jane Doe\n\n5 min read\n\nShare this:",
        "Breakwater nears completion",
        byline="Jane Doe",
    ),
    Case(
        "title over two lines",
        "Breakwater nears completion after four years of\nwork in the northern harbour\n\nBy Jane Doe",
        "Breakwater nears completion after four years of work in the northern harbour",
        byline="Jane Doe",
    ),
    Case(
        "underlined title",
        "Breakwater nears completion\n===========================",
        "Breakwater nears completion",
    ),
    Case("marked title", "# Breakwater nears completion", "Breakwater nears completion"),
    Case(
        "title in capitals",
        "BREAKWATER NEARS COMPLETION\n\nBY JANE DOE",
        "BREAKWATER NEARS COMPLETION",
        byline="JANE DOE",
    ),
    Case(
        "question",
        "Will the breakwater hold?\n\nBy Jane Doe",
        "Will the breakwater hold?",
        byline="Jane Doe",
    ),
    Case(
        "quotation",
        "‘We are pleased’: breakwater nears completion in the U.S.",
        "‘We are pleased’: breakwater nears completion in the U.S.",
    ),
    Case(
        "full stop before a byline",
        "Breakwater nears completion.\nBy Jane Doe",
        "Breakwater nears completion.",
        byline="Jane Doe",
    ),
    Case(
        "headline that begins with by",
        "By Land and by Sea, Stone Arrives\n\nJune 23, 2025",
        "By Land and by Sea, Stone Arrives",
        published="2025-06-23",
    ),
    Case("headline of a clause", "By the time the ships arrived", "By the time the ships arrived"),
    Case(
        "french",
        "La digue est presque achevée\n\nPar Jeanne Dubois\n\nPublié le 23 juin 2025 à 16h05",
        "La digue est presque achevée",
        byline="Jeanne Dubois",
        published="2025-06-23",
    ),
    Case(
        "title repeated after labels",
        "Title: Breakwater nears completion\nDate: 2025-06-23\n\nBreakwater nears completion",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "place and date stay",
        "Breakwater nears completion\n\nRinholm, 23 June 2025",
        "Breakwater nears completion",
        published="2025-06-23",
        kept="Rinholm, 23 June 2025\n\n",
    ),
    Case(
        "separators of all kinds",
        "Breakwater nears completion\n\nJane Doe • Jun. 23, 2025 • 4 min read • The Valley Gazette",
        "Breakwater nears completion",
        source="The Valley Gazette",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "japanese date",
        "防波堤がまもなく完成\n\n2025年6月23日",
        "防波堤がまもなく完成",
        published="2025-06-23",
    ),
    Case(
        "like an email",
        "Subject: Breakwater nears completion\nDate: Mon, 23 Jun 2025 16:05:00 +0200",
        "Breakwater nears completion",
        published="2025-06-23",
    ),
    Case(
        "labels over their values",
        "Title:\nBreakwater nears completion\n\nAuthor:\nJane Doe\n\nPublished\n\n23 June 2025",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
    Case(
        "labels that no field is for stay",
        "Language: en\nTitle: Breakwater nears completion\nCategory: Harbour\nDate: 2025-06-23",
        "Breakwater nears completion",
        published="2025-06-23",
        kept="Language: en\n\nCategory: Harbour\n\n",
    ),
    Case(
        "outlet and date in lines of their own",
        "Breakwater nears completion\nBy Jane Doe\nOpen Docket\nFebruary 7, 2025",
        "Breakwater nears completion",
        source="Open Docket",
        byline="Jane Doe",
        published="2025-02-07",
    ),
    Case(
        "author and outlet in one line",
        "Breakwater nears completion\n\nHugo Roe - Capital Ledger",
        "Breakwater nears completion",
        source="Capital Ledger",
        byline="Hugo Roe",
    ),
    Case(
        "outlet and date after a deck",
        "Breakwater nears completion\n\nThe storm season is near.\n\nThe Lantern | 23 February 2025",
        "Breakwater nears completion",
        source="The Lantern",
        published="2025-02-23",
        kept="The storm season is near.\n\n",
    ),
    Case(
        "heading right below the author",
        "Breakwater nears completion\n\nBy Jane Doe\n\nThe Early Years",
        "Breakwater nears completion",
        byline="Jane Doe",
        kept="The Early Years\n\n",
    ),
    Case(
        "outlets that differ",
        "Source: The Lantern\nTitle: Breakwater nears completion\nSource: The Valley Gazette",
        "Breakwater nears completion",
        source="The Lantern",
        kept="Source: The Valley Gazette\n\n",
    ),
    Case(
        "an uncertain date is no title",
        "Published: 05/06/2025\n\nBreakwater nears completion",
        "Breakwater nears completion",
        kept="Published: 05/06/2025\n\n",
    ),
    Case(
        "breadcrumbs",
        "Home > News > Harbour\n\nBreakwater nears completion\n\nJune 23, 2025 | By Jane Doe",
        "Breakwater nears completion",
        byline="Jane Doe",
        published="2025-06-23",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_head_is_read(case: Case) -> None:
    draft = read_article("a.txt", f"{case.head}\n\n{BODY}\n".encode())
    assert (draft.title, draft.source, draft.byline, draft.published, draft.url) == (
        case.title, case.source, case.byline, case.published, case.url,
    )  # fmt: skip
    assert draft.text == case.kept + BODY


WHOLE = {
    "wrapped": "The harbour authority said on Tuesday that the new\nbreakwater would be finished before\n"
    "the winter storms arrive.\n\nWork began four years ago.",
    "by sunday": "By Sunday the last stone had been laid.\n\nThe harbour was open again on Monday.",
    "a time": "12:45 GMT\n\nThe first ships arrive in the harbour.",
    "a list": "- bread\n- milk\n\nThat was all that the note said.",
    "salutation": "Dear editor,\n\nYour report on the breakwater was welcome.",
    "one paragraph": "The harbour authority said on Tuesday that the new breakwater would be finished.",
    "one line": "Breakwater nears completion",
    "only a date": "June 23, 2025",
    "only a byline": "By Jane Doe",
    "only furniture": "Share this:\n\nNo comments:",
    "sentence with a label": "Source: the minister said so himself, in a speech to the house on Monday. "
    "He was not believed by anyone who heard it, and few of those who did not hear it believed him "
    "either.\n\nSo it went.",
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_in_doubt_stays_in_the_text(name: str) -> None:
    text = WHOLE[name]
    draft = read_article("a.txt", text.encode())
    assert draft.text == text
    assert draft.title


def test_dates_that_head_sections_stay() -> None:
    text = "June 1, 2025\n\nThe first stone arrives in the port.\n\nJune 9, 2025\n\nThe last stone arrives."
    draft = read_article("a.txt", f"How the breakwater was built\n\n{text}".encode())
    assert draft.title == "How the breakwater was built"
    assert draft.text == text


def test_a_title_never_swallows_a_paragraph() -> None:
    paragraph = "The harbour authority said on Tuesday that the breakwater would be finished " * 3
    draft = read_article("a.txt", f"{paragraph}\n\n{BODY}".encode())
    assert draft.text.startswith(paragraph.strip())
    assert draft.title.endswith("…")


def test_the_name_of_the_file_is_the_last_resort() -> None:
    assert read_article("23 17.txt", b"1 2 3\n\n4 5 6").title == "23 17"
    assert read_article("a\x1b[31mb\udcff.txt", b"1 2 3").title == "ab"


def test_an_outlet_read_off_a_byline_gives_way_to_a_label() -> None:
    draft = read_article(
        "a.txt",
        b"Source: Lowland Review\n\n date 2024-03-02 By Harbour Gazette Staff\n\n"
        b"The harbour was closed on Saturday after a barge had sunk in its mouth.\n\nNobody was hurt.\n",
    )
    assert (draft.source, draft.byline, draft.published) == (
        "Lowland Review",
        "Harbour Gazette Staff",
        "2024-03-02",
    )
    assert draft.text.startswith("The harbour was closed")
