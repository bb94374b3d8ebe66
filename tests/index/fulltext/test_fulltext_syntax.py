"""Reading queries: what they mean, and where they go wrong."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.fulltext.days import AFTER_ALL, FIRST_DAY
from index.fulltext.query import (
    And,
    Dated,
    Every,
    Known,
    Labelled,
    Named,
    Node,
    Not,
    Or,
    Pattern,
    Same,
    Scan,
    Spoken,
    Words,
    leaves,
    resolve,
)
from index.fulltext.syntax import DEEPEST_QUERY, LONGEST_QUERY, parse

PIECES = [
    "iran", "US", "F-35", "AND", "OR", "NOT", "and", "-", "=", "(", ")", '"', "“", "”", "*", "?", "~2", "'",
    "title:", "source:", "after:", "before:", "person:", "org:", "foo:", "2025", "2025-06", "10:30",
    "http://x.y", "北京", "—", " ", "  ", "\n", "\t", "\\", "/", "[", "^", ":", "é", "ʼ", "\x00", "\ud800",
    "{", "<", "+", "!", "~", "^2", "^", "on:", "undated:yes", "yesterday",
    "language:", "language:en", "source:=",
    "same:", "sentence", "same:sentence(", "paragraph",
]  # fmt: skip


def written(pattern: Pattern) -> str:
    return ("=" if pattern.exact else "") + pattern.text + (f"~{pattern.edits}" if pattern.edits else "")


def boosted(boost: float) -> str:
    return "" if boost == 1 else f"^{boost:g}"


def shown(node: Node) -> str:
    """A query tree in brackets, for comparing."""
    match node:
        case Every():
            return "every"
        case And(parts):
            return f"({' & '.join(map(shown, parts))})"
        case Or(parts):
            return f"({' | '.join(map(shown, parts))})"
        case Not(part):
            return f"!{shown(part)}"
        case Dated(first=first, last=last):
            return f"[{first},{last})"
        case Labelled(label=label, graph=graph, whole=whole):
            return f"{label}:" + "+".join(written(arc.pattern) for arc in graph.arcs) + "!" * whole
        case Same(unit=unit, part=part):
            return f"{unit}<{shown(part)}>"
        case Known(kind="unread", without=without):
            return "unread:" + "!yes" * without
        case Known(kind=kind, graph=graph):
            return f"{kind}:" + "+".join(arc.pattern.text for arc in graph.arcs)
        case Spoken(code=code):
            return f"language:{code}"
        case Named(type=type, graph=graph):
            return f"{type}:" + "+".join(arc.pattern.text for arc in graph.arcs)
        case Scan(expression=expression, field=field, boost=boost):
            return (f"{field}:/{expression}/" if field else f"/{expression}/") + boosted(boost)
        case Words(graph=graph, field=field, boost=boost):
            words = "+".join(written(arc.pattern) for arc in graph.arcs)
            if graph.slack is not None:
                words += f"~{'>' if graph.ordered else ''}{graph.slack}"
            words += boosted(boost)
            return f"{field}:{words}" if field else words


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", "every"),
        ("   ", "every"),
        ("*", "every"),
        ("Iran strike", "(iran & strike)"),
        ("iran strike OR attack", "(iran & (strike | attack))"),
        ("iran AND strike OR attack", "((iran & strike) | attack)"),
        ("a OR b AND c", "(a | (b & c))"),
        ("iran -trump", "(iran & !trump)"),
        ("-trump", "!trump"),
        ("NOT NOT trump", "!!trump"),
        ("NOT NOT NOT -trump", "!!trump"),
        ("NOT (a OR b) c", "(!(a | b) & c)"),
        ("-(a b)", "!(a & b)"),
        ('-"a b"', "!a+b"),
        ("((a))", "a"),
        ("this and that or not", "(this & and & that & or & not)"),
        ("ANDY ORwell", "(andy & orwell)"),
        ('"The Who"', "the+who"),
        ("“nuclear sites”", "nuclear+sites"),
        ("„a b“ «c d»", "(a+b & c+d)"),
        ("w* *ment w?rd", "(w* & *ment & w?rd)"),
        ("=US", "=US"),
        ("=“The Who”", "=The+=Who"),
        ("U.S. Trump’s", "(us & trump)"),
        ("F-35", "f+f35+35"),
        ("=F-35", "=F-35"),
        ("北京 北京*", "(北+京 & 北+京)"),
        ("and/or", "and+or"),
        ("title:iran", "title:iran"),
        ("Title: iran", "title:iran"),
        ("text:iran", "text:iran"),
        ("title:(a OR “b c”)", "(title:a | title:b+c)"),
        ("title:(a source:b)", "(title:a & source:b)"),
        ('source:"The Cradle"', "source:the+cradle"),
        ('byline:"Ann O’Neill" -url:bbc.co.uk', "(byline:ann+oneill & !url:bbc+co+uk)"),
        ("path:leaks/2025-06", "path:leaks+2025+202506+06"),
        ('url:"https://bbc.co.uk/news"', "url:https+bbc+co+uk+news"),
        ("person:Araghchi’s", "person:araghchi"),
        ('Person: "Abbas Araghchi" -place:iran', "(person:abbas+araghchi & !place:iran)"),
        ("org:un organisation:un organization:un", "(organisation:un & organisation:un & organisation:un)"),
        ("(person:putin OR event:g7) work:a group:b", "((person:putin | event:g7) & work:a & group:b)"),
        ("person:(putin OR “donald trump”)", "(person:putin | person:donald+trump)"),
        ('person:"" a', "a"),
        ("after:2025", f"[20250101,{AFTER_ALL})"),
        ("after:2025-06", f"[20250601,{AFTER_ALL})"),
        ("before:2025-06-20", f"[{FIRST_DAY},20250620)"),
        ('after:"2025-06"', f"[20250601,{AFTER_ALL})"),
        ("on:2025", "[20250101,20251232)"),
        ("on:2025-06 -on:2025-06-20", "([20250601,20250631) & ![20250620,20250621))"),
        ("on:(2024 OR 2025-06-20)", "([20240101,20241232) | [20250620,20250621))"),
        ("after:yesterday before:20.6.2025", f"([20250624,{AFTER_ALL}) & [{FIRST_DAY},20250620))"),
        ('on:"last week" on:“June 2025”', "([20250616,20250623) & [20250601,20250631))"),
        ('on:june "2025"', "([20250601,20250631) & 2025)"),
        ("on:june -2025", "([20250601,20250631) & !2025)"),
        ("undated:yes", "[0,1)"),
        ('source:="The Cradle" byline:=bbc source:bbc', "(source:=The+=Cradle! & byline:=bbc! & source:bbc)"),
        ("language:DE -language:(french OR unknown)", "(language:de & !(language:fr | language:None))"),
        ('source:="The Cradle" source:=bbc', "(source:=The+=Cradle! & source:=bbc!)"),
        ("language:DE -language:(french OR unknown)", "(language:de & !(language:fr | language:None))"),
        ("undated:NO", f"[1,{AFTER_ALL})"),
        ("unread:yes -unread:No tag:“to verify”", "(unread:!yes & !unread: & tag:to+verify)"),
        ("same:sentence(a b OR “c d”) e", "(sentence<(a & (b | c+d))> & e)"),
        ("-Same:Paragraph(a -b*) OR x", "(!paragraph<(a & !b*)> | x)"),
        ("title:(same:sentence(a text:b^2)^3)", "sentence<(title:a^3 & text:b^6)>"),
        ("same:sentence(— !!) a same:sentence(*)", "(a & sentence<every>)"),
        ("iran^2 strike", "(iran^2 & strike)"),
        ("“nuclear site”^0.5 title:iran^.5", "(nuclear+site^0.5 & title:iran^0.5)"),
        ('"a b"~5^2 nuclaer~2^3 /x^/^3', "(a+b~5^2 & nuclaer~2^3 & /x^/^3)"),
        ("(a b^2 OR (c -d)^3)^0.5", "(a^0.5 & (b | (c^1.5 & !d^1.5)))"),
        ("title:(a b)^2 (source:x c)^2", "((title:a^2 & title:b^2) & (source:x & c^2))"),
        ("x^y ^ ^2 iran^", "(x+y & 2 & iran)"),
        ("at 10:30", "(at & 10+30)"),
        ("http://x.yz/a", "http+x+yz+a"),
        ("Warning: strikes", "(warning & strikes)"),
        ("iran — !!!", "iran"),
        ("- iran", "iran"),
        ("a OR —", "a"),
        ("a -", "a"),
        ("a * b**?", "(a & every & b*?)"),
        ("NOT — a", "a"),
        ("don’t", "don't"),
        ("nuclaer~ nuclaer~1 title:Nuclaer~2", "(nuclaer~1 & nuclaer~1 & title:nuclaer~2)"),
        ("fac-ylity~2 “nuclaer~ site”", "(facylity~2 & nuclaer~1+site)"),
        (r"/nuclear (site|plant)s?/ title:/a\/b/", r"(/nuclear (site|plant)s?/ & title:/a\/b/)"),
        ("-/ab|c/ (text:/x/ OR y)", "(!/ab|c/ & (text:/x/ | y))"),
        ("/home/user and/or /tmp/x", "(home+user & and+or & tmp+x)"),
        ("/ // 5/6", "5+6"),
        ('"/a/ b"', "a+b"),
        ("~5 ~ a~b ~/x", "(5 & a+b & x)"),
        ('"nuclear sites"~5 title:“a b*”~0', "(nuclear+sites~5 & title:a+b*~0)"),
        ('="The Who"~>12', "=The+=Who~>12"),
        ('"iran"~5 "F-35"~5 "!!"~5', "(iran & f+f35+35)"),
        ('"nuclaer~ site"~5', "nuclaer~1+site~5"),
    ],
)
def test_what_a_query_means(text: str, meaning: str) -> None:
    assert shown(parse(text, datetime.date(2025, 6, 25)).root) == meaning


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('iran "open quote', (5, 16), "The quotation mark at 6 is not closed."),
        ("“open", (0, 5), "at 1 is not closed"),
        ("(a b", (0, 4), "The bracket at 1 is not closed."),
        ("a b)", (3, 4), "The bracket at 4 closes none."),
        ("a ()", (2, 4), "nothing in the brackets at 3"),
        ("a AND", (2, 5), "AND at 3 needs something after it."),
        ("a OR )", (2, 4), "OR at 3 needs"),
        ("AND a", (0, 3), "AND needs something before it."),
        ("a AND OR b", (2, 5), "AND at 3 needs something after it."),
        ("(OR b)", (1, 3), "OR needs something before it."),
        ("NOT", (0, 3), "NOT at 1 needs something after it."),
        ("after:soon", (0, 10), "“soon” is no date"),
        ("before:2025-13", (0, 14), "write 2025, 2025-06, 2025-06-20"),
        ("a on:05/06/2025", (2, 15), "“05/06/2025” is no date"),
        ("on:20 June 2025 iran", (3, 15), 'goes in quotes: on:"20 June 2025"'),
        ("a after:june 2025", (8, 17), 'goes in quotes: after:"june 2025"'),
        ("before:last week", (7, 16), 'goes in quotes: before:"last week"'),
        ('on:"last" week', (0, 9), "“last” is no date"),
        ("a undated:perhaps", (2, 17), "“undated:” takes yes or no."),
        ("a language:klingon", (2, 18), "“klingon” is no language"),
        ("language:=en", (0, 12), "is no language"),
        ("language:", (0, 9), "needs something after it"),
        ("language:OR", (0, 9), "needs the code or the name of one"),
        ("a language:klingon", (2, 18), "“klingon” is no language"),
        ("language:=en", (0, 12), "is no language"),
        ("language:", (0, 9), "needs something after it"),
        ("language: OR", (0, 9), "needs the code or the name of one"),
        ("a unread:", (2, 9), "“unread:” needs something after it."),
        ("unread:maybe", (0, 12), "“unread:” takes yes or no."),
        ("tag:?", (0, 5), "needs a letter or digit"),
        ("undated:(yes)", (0, 8), "“undated:” needs yes or no after it."),
        ("a same:line(b c)", (2, 11), "goes before sentence(…) or paragraph(…)"),
        ("same:sentence", (0, 13), "goes before sentence(…) or paragraph(…)"),
        ("same:(a b)", (0, 5), "goes before sentence(…) or paragraph(…)"),
        ("same:sentence()", (13, 15), "nothing in the brackets at 14"),
        ("same:sentence(a", (13, 15), "The bracket at 14 is not closed"),
        ("same:sentence(a source:b)", (16, 24), "“source:” is about all of an article"),
        ("same:paragraph(a (b on:2025))", (20, 27), "“on:” is about all of an article"),
        ("same:paragraph(a same:sentence(b))", (17, 22), "does not go into “same:”"),
        ("same:sentence(a /b/)", (16, 19), "held against the whole text"),
        ("iran^x2 iran^2x", (12, 15), "from 0 to 100"),
        ("iran^101", (4, 8), "from 0 to 100"),
        ('"a b"^', (5, 6), "from 0 to 100"),
        ("(a b)^two", (5, 9), "from 0 to 100"),
        ("a source:x^2", (10, 12), "“source:” has no score to multiply"),
        ("on:2025^2", (7, 9), "“on:” has no score to multiply"),
        ("*^2", (1, 3), "Every article has the same score"),
        ("title:^2", (0, 6), "needs a word or a phrase after it"),
        ("iran -^2", (6, 8), "right behind a word"),
        ("after:2025-02-30", (0, 16), "no date"),
        ("after:", (0, 6), "needs something after it"),
        ("after:(2025)", (0, 6), "needs a date after it"),
        ("title: OR a", (0, 6), "needs a word or a phrase after it"),
        ("title:-a", (0, 7), "The minus goes before the field: -title:"),
        ("title:(a OR b:c)", (12, 14), "There is no field “b”"),
        (
            "foo:bar",
            (0, 4),
            "there are title:, text:, same:, source:, byline:, url:, path:, tag:, after:",
        ),
        ("person:", (0, 7), "“person:” needs something after it."),
        ("a organisation:", (2, 15), "“org:” needs something after it."),
        ("person: OR a", (0, 7), "needs a name after it"),
        ("person:-a", (0, 8), "The minus goes before the field: -person:"),
        ('place:""', (0, 8), "There is no word to look for."),
        ("a ?", (2, 3), "needs a letter or digit"),
        ("US-*", (0, 4), "needs a letter or digit"),
        ("title:*", (0, 7), "needs a letter or digit"),
        ("—", (0, 1), "There is no word to look for."),
        ("NOT — !!", (0, 8), "There is no word to look for."),
        ("a us~", (2, 5), "“us” is too short for “~”, which needs 3 letters or more."),
        ("iran~2", (0, 6), "“iran” is too short for “~2”, which needs 5 letters or more."),
        ("word~3", (0, 6), "how many letters may differ, 1 or 2"),
        ("word~0", (0, 6), "how many letters may differ, 1 or 2"),
        ("=word~", (0, 6), "“=” asks for a word as it stands, “~” for those like it"),
        ("wo*d~", (0, 5), "without stars and question marks"),
        ("a …~", (2, 4), "“~” needs a word right before it"),
        ("iran /abc def", (6, 13), "The expression at 6 is not closed"),
        ("/a(b/", (1, 4), "The expression cannot be read: missing ), at 4 within it."),
        ("/(a{999}){999}/", (1, 14), "repeats too much"),
        ("a source:/x/", (2, 12), "“source:” takes no expression."),
        ('"two words"~', (11, 12), "“~5” lets five other words stand among its words"),
        ('"two words"~5x', (11, 14), "the most is 50"),
        ('"two words"~>51', (11, 15), "the most is 50"),
        ('a "b c d e f g h i j"~3', (2, 23), "8 words at most"),
        ('after:"2025"~5', (0, 14), "takes a date"),
        ("x" * (LONGEST_QUERY + 1), (LONGEST_QUERY, LONGEST_QUERY + 1), "longer than 2,000"),
        ("(" * 400 + "a" + ")" * 400, (DEEPEST_QUERY, DEEPEST_QUERY + 1), "more than 50 brackets"),
    ],
)
def test_a_mistake_is_shown_where_it_was_made(text: str, place: tuple[int, int], says: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    error = raised.value
    assert says in str(error)
    assert (error.query, error.start, error.end) == (text, *place)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40))
def test_any_text_is_read_or_refused_at_a_place(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert error.query == text and 0 <= error.start <= error.end <= len(text)
        assert str(error)
        return
    found = list(leaves(query.root))
    assert len(found) == len(query.clauses)
    for number, clause in enumerate(found):
        assert clause is query.clauses[number] and clause.clause == number
        assert query.clause_text(number).strip() == query.clause_text(number) != ""
        if isinstance(clause, Words | Labelled | Named | Known) and clause.graph.arcs:
            arcs = clause.graph.arcs
            assert {0, clause.graph.length} <= {place for arc in arcs for place in (arc.first, arc.last)}
    assert [clause.start for clause in found] == sorted(clause.start for clause in found)


def test_what_is_near_each_other_is_one_word_each() -> None:
    (clause,) = parse('"F-35 over =a fac-ylity~ US"~5').clauses
    assert isinstance(clause, Words)
    items = ["+".join(written(arc.pattern) for arc in item.arcs) for item in clause.graph.items]
    assert items == ["f+f35+35", "over", "a", "facylity~1", "us"]
    assert [item.length for item in clause.graph.items] == [2, 1, 1, 2, 1]
    assert all(item.arcs[0].first == 0 and item.slack is None for item in clause.graph.items)


def test_names_are_led_to_documents_wherever_they_stand() -> None:
    query = parse("(a OR person:b) -place:c after:2025 *")
    documents = {"person": frozenset({1, 2}), "place": frozenset({3})}
    resolved = resolve(query, lambda named: documents[named.type])
    assert list(leaves(resolved.root)) == list(resolved.clauses)
    assert [clause.keys for clause in resolved.clauses if isinstance(clause, Named)] == [{1, 2}, {3}]
    assert resolve(resolved, lambda named: frozenset()) == query
    unnamed = parse("a -b")
    assert resolve(unnamed, lambda named: frozenset({1})) is unnamed


@pytest.mark.parametrize(
    "bomb",
    ["(" * 2000, "NOT " * 500, "-" * 2000, '"' * 2000, "a OR " * 400, "*" * 2000, "a*" * 1000, "a-" * 1000],
)
def test_bombs_are_read_or_refused(bomb: str) -> None:
    try:
        parse(bomb)
    except QueryError as error:
        assert str(error)


def test_a_clause_is_shown_as_it_was_typed() -> None:
    query = parse("title:Fordow (“nuclear sites” OR =US) -trump after:2025")
    texts = [query.clause_text(number) for number in range(len(query.clauses))]
    assert texts == ["title:Fordow", "“nuclear sites”", "=US", "trump", "after:2025"]
