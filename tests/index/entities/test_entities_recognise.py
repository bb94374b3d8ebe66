"""Names in one document, in sentences made up for the purpose."""

import pytest

from index.entities import RawMention, recognise


def named(text: str, title: str = "", **head: str) -> dict[str, str]:
    """Surface → type of the mentions in a text."""
    return {mention.text: mention.type for mention in recognise(title, text, **head)}


def known_as(text: str, title: str = "") -> dict[str, str]:
    """Surface → name within the document."""
    return {mention.text: mention.name for mention in recognise(title, text)}


class TestPeople:
    def test_titles_are_no_part_of_the_name(self) -> None:
        found = named("Norwegian Foreign Minister Ingrid Solvang met President Ruben Castell in Lima.")
        assert found == {
            "Norwegian": "group",
            "Ingrid Solvang": "person",
            "Ruben Castell": "person",
            "Lima": "place",
        }

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Deputy Secretary of State Clara Whitmore spoke.", "Clara Whitmore"),
            ("They met Chief of Staff Omar Haddad there.", "Omar Haddad"),
            ("Then Lt. Gen. Marcus Oyelaran resigned.", "Marcus Oyelaran"),
            ("It was Dr. J. T. Kowalczyk who called.", "J. T. Kowalczyk"),
            ("We asked actress Nadia Brandt about it.", "Nadia Brandt"),
            ("The prize went to Ludovic van der Meer on time.", "Ludovic van der Meer"),
            ("She saw Hamad bin Rashid Al Zayani leave.", "Hamad bin Rashid Al Zayani"),
            ("He blamed Farid al-Masri for that.", "Farid al-Masri"),
        ],
    )
    def test_ranks_initials_and_particles(self, text: str, name: str) -> None:
        assert named(text) == {name: "person"}

    def test_a_nickname_in_quotes_belongs_to_the_name(self) -> None:
        text = "Police arrested Vincent “the Clock” Morelli. Morelli said nothing."
        assert known_as(text) == {
            "Vincent “the Clock” Morelli": "Vincent Morelli",
            "Morelli": "Vincent Morelli",
        }

    def test_a_surname_stands_for_the_full_name_before_and_after(self) -> None:
        text = "Solvang flew home. Ingrid Solvang will return in May, and Solvang said so."
        assert known_as(text) == {"Solvang": "Ingrid Solvang", "Ingrid Solvang": "Ingrid Solvang"}

    def test_a_place_can_be_a_name_of_a_person(self) -> None:
        text = "Paris Holloway sang in Paris. Florence Adeyemi listened."
        assert named(text)["Paris Holloway"] == "person"
        assert named(text)["Paris"] == "place"
        assert named(text)["Florence Adeyemi"] == "person"

    def test_a_surname_that_is_a_word_needs_a_verb_at_the_start_of_a_sentence(self) -> None:
        text = "Peter Young was late. Young people laughed. Young said he was sorry."
        starts = [m.start for m in recognise("", text) if m.name == "Peter Young"]
        assert starts == [0, text.rindex("Young")]

    def test_popes_and_princes_keep_their_title(self) -> None:
        assert named("Then Pope Anselm II and Prince Oskar prayed.") == {
            "Pope Anselm II": "person",
            "Prince Oskar": "person",
        }

    def test_who_wrote_it_is_a_person(self) -> None:
        text = "We walked with Ashgrove Winterbourne for a day."
        assert named(text, byline="Ashgrove Winterbourne") == {"Ashgrove Winterbourne": "person"}


class TestKeptApart:
    def test_two_of_one_surname_leave_the_surname_alone(self) -> None:
        text = "Ali Rostami and his son Mojtaba Rostami arrived. Rostami spoke first."
        assert known_as(text)["Rostami"] == "Rostami"
        assert len({m.name for m in recognise("", text)}) == 3

    def test_father_and_son(self) -> None:
        text = "Donald Harker met Donald Harker Jr. at noon. Harker said it was good."
        names = known_as(text)
        assert names["Donald Harker"] != names["Donald Harker Jr."]
        assert names["Harker"] == "Donald Harker"

    def test_a_middle_name_tells_two_apart(self) -> None:
        text = "George W. Brandt followed George H. Brandt. Brandt won."
        assert known_as(text) == {
            "George W. Brandt": "George W. Brandt",
            "George H. Brandt": "George H. Brandt",
            "Brandt": "Brandt",
        }

    def test_names_of_three_words_that_differ_in_the_last(self) -> None:
        text = "Kim Jong Bae succeeded Kim Jong Ho."
        assert known_as(text) == {"Kim Jong Bae": "Kim Jong Bae", "Kim Jong Ho": "Kim Jong Ho"}

    def test_country_and_nationality(self) -> None:
        found = recognise("", "Iran and the Iranian people; Peru and Peruvians.")
        assert [(m.text, m.type, m.name) for m in found] == [
            ("Iran", "place", "Iran"),
            ("Iranian", "group", "Iranian"),
            ("Peru", "place", "Peru"),
            ("Peruvians", "group", "Peruvian"),
        ]

    def test_a_nationality_tied_to_another(self) -> None:
        assert named("The US-Israeli plan and Russian-Iranian ties.") == {
            "US": "place",
            "Israeli": "group",
            "Russian": "group",
            "Iranian": "group",
        }


class TestPlaces:
    def test_unknown_names_in_a_list_of_places(self) -> None:
        found = named("Planes struck three sites: Zarvand, Natanz, and Isfahan.")
        assert found == {"Zarvand": "place", "Natanz": "place", "Isfahan": "place"}

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("The villagers of Qarabel, Iraq, fled.", "Qarabel"),
            ("They crossed Lake Orvanna at night.", "Lake Orvanna"),
            ("Fighting spread to Northern Iraq again.", "Northern Iraq"),
            ("He grew up in the town of Velmora with her.", "Velmora"),
            ("Ships left the Strait of Malvera today.", "Strait of Malvera"),
        ],
    )
    def test_what_stands_around_a_place(self, text: str, name: str) -> None:
        assert named(text)[name] == "place"

    def test_a_possessive_is_left_out(self) -> None:
        text = "Tehran's answer and Moscow’s silence"
        assert [(m.text, text[m.start : m.end]) for m in recognise("", text)] == [
            ("Tehran", "Tehran"),
            ("Moscow", "Moscow"),
        ]

    def test_forms_of_one_country(self) -> None:
        names = known_as("The US, the U.S. and the United States agreed; the UK and Britain did not.")
        assert {names["US"], names["U.S."], names["United States"]} == {"United States"}
        assert names["UK"] == names["Britain"] == "United Kingdom"

    def test_us_is_also_a_word(self) -> None:
        assert named("Tell us more, let us go. WHO CAN TELL US THE TRUTH ABOUT THIS?") == {}

    def test_what_a_state_calls_itself(self) -> None:
        names = known_as("Iran said no. The Islamic Republic would not yield.")
        assert names["Islamic Republic"] == "Iran"


class TestOrganisations:
    @pytest.mark.parametrize(
        "name",
        [
            "Ministry of Culture and Heritage",
            "Bank of Velmora",
            "Calder University",
            "Orvanna News Agency",
            "Iraqi Ministry of Culture",
            "Norwegian Foreign Ministry",
            "Halvorsen & Berg Inc.",
            "Syrian Observatory for Human Rights",
            "People's Freedom Party",
            "Kansas City Falcons",
        ],
    )
    def test_nouns_tell(self, name: str) -> None:
        assert named(f"Yesterday the {name} denied it.") == {name: "organisation"}

    def test_a_short_form_in_brackets(self) -> None:
        text = "The Orvanna Rescue Council (ORC) sent boats. The ORC found nobody."
        assert known_as(text) == {
            "Orvanna Rescue Council": "Orvanna Rescue Council",
            "ORC": "Orvanna Rescue Council",
        }

    def test_the_end_of_a_name_stands_for_it(self) -> None:
        text = "The UN Security Council met. Later the Security Council voted."
        assert known_as(text)["Security Council"] == known_as(text)["UN Security Council"]

    def test_an_office_before_a_title(self) -> None:
        assert named("Foreign Office Minister Edmund Thackeray agreed.") == {
            "Foreign Office": "organisation",
            "Edmund Thackeray": "person",
        }

    def test_who_published_it_is_an_organisation(self) -> None:
        assert named("Readers of Brambleway wrote in.", source="Brambleway") == {"Brambleway": "organisation"}


class TestEventsAndWorks:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Velmora Summit", "event"),
            ("Operation Quiet Harbour", "event"),
            ("Orvanna War", "event"),
            ("Treaty of Velmora", "work"),
            ("Deep Sea Mining Treaty", "work"),
            ("UN Charter", "work"),
            ("Resolution 9021", "work"),
        ],
    )
    def test_nouns_tell(self, name: str, kind: str) -> None:
        assert named(f"Nobody mentioned {name} then.") == {name: kind}

    def test_a_first_name_is_no_law(self) -> None:
        assert named("He met Bill Castellan, who signed the Clean Harbours Bill.") == {
            "Bill Castellan": "person",
            "Clean Harbours Bill": "work",
        }


class TestNoNames:
    @pytest.mark.parametrize(
        "text",
        [
            "Everyone left on Sunday. The June sun rose at 5 p.m. sharp.",
            "BREAKING NEWS: THIS IS A TEST OF THE ALARM",
            "However, She Said Nothing About It At The Meeting Yesterday",
            "Follow @SomeBody or #SomeTag at https://example.org/Some/Page or mail Some.Body@example.org",
            "Speaking slowly, Officials declined. Talks ended.",
            "🇮🇷 🚨 ⚡ ➖",
            "",
            "\n\n",
        ],
    )
    def test_nothing(self, text: str) -> None:
        assert recognise("", text) == ()

    def test_an_account_is_nobody(self) -> None:
        text = "It went well. pic.example/x1 — Harbour Watch (@HarbourWatch) June 23, 2025"
        assert named(text) == {}

    def test_credits_at_the_end(self) -> None:
        assert named("It went well.\n\n(QX, Kremlin, QJA)") == {"Kremlin": "organisation"}

    def test_capitals_throughout_give_only_names_that_are_known(self) -> None:
        text = "Ingrid Solvang spoke.\n\nSOLVANG, DURING A MEETING WITH THE IRANIAN GUESTS, LEFT THE HALL"
        assert [(m.text, m.name) for m in recognise("", text)] == [
            ("Ingrid Solvang", "Ingrid Solvang"),
            ("SOLVANG", "Ingrid Solvang"),
            ("IRANIAN", "Iranian"),
        ]


class TestHeadlines:
    def test_a_sentence_in_capitals_is_no_headline_though_marks_end_it(self) -> None:
        found = recognise("", "Marta Quell of the People's Party said: “Never.”")
        assert [m.text for m in found] == ["Marta Quell", "People's Party"]

    def test_title_case_gives_names_and_not_its_words(self) -> None:
        found = recognise("Ingrid Solvang Leaves Talks With Peru Over Fishing Rights", "She left.")
        assert [(m.text, m.type, m.field) for m in found] == [
            ("Ingrid Solvang", "person", "title"),
            ("Peru", "place", "title"),
        ]

    def test_title_and_text_vote_together(self) -> None:
        found = recognise("Solvang to meet Castell", "Minister Ingrid Solvang will see Ruben Castell.")
        assert {(m.text, m.name, m.field) for m in found} == {
            ("Solvang", "Ingrid Solvang", "title"),
            ("Castell", "Ruben Castell", "title"),
            ("Ingrid Solvang", "Ingrid Solvang", "text"),
            ("Ruben Castell", "Ruben Castell", "text"),
        }


class TestVote:
    def test_one_sure_place_decides_for_the_document(self) -> None:
        text = "Anker won. She said Anker was dear to her. Then Minister Jonas Anker left."
        assert {m.type for m in recognise("", text)} == {"person"}

    def test_what_nothing_shows_is_not_sure(self) -> None:
        (mention,) = recognise("", "They spoke of Quintavel again.")
        assert not mention.sure

    def test_the_regime_of_a_person(self) -> None:
        assert named("Soldiers of the Qadiri regime fled.") == {"Qadiri": "person"}


class TestOtherLanguages:
    def test_only_known_names(self) -> None:
        text = "Der Minister Karl Habermann reiste nach Teheran, und die Regierung in Moskau Schwieg."
        assert named(text, language="de") == {"Teheran": "place"}

    def test_english_by_default(self) -> None:
        assert recognise("", "Karl Habermann") == recognise("", "Karl Habermann", language="en")


def test_mentions_are_what_they_say() -> None:
    assert recognise("Peru waits", "So does Chile.") == (
        RawMention(0, 4, "Peru", "place", "Peru", "title", True),
        RawMention(8, 13, "Chile", "place", "Chile", "text", True),
    )


def test_wrapped_lines_are_one_sentence_and_short_ones_are_not() -> None:
    wrapped = (
        "The delegation was led by the long serving minister Ingrid\nSolvang of Norway, who spoke first."
    )
    assert "Ingrid\nSolvang" in {m.text for m in recognise("", wrapped)}
    parted = (
        "Pictures of Peru\nIngrid Solvang\nA Norwegian minister, she spoke for an hour about fish and trade."
    )
    assert {m.text for m in recognise("", parted)} == {"Peru", "Ingrid Solvang", "Norwegian"}


def test_the_outlets_an_article_is_after_are_organisations() -> None:
    text = "In The Lantern the talks are over. The Lantern has it from two sources, Valley Gazette from one."
    found = recognise("", text, language="en", source="After Valley Gazette and The Lantern")
    assert {mention.type for mention in found if mention.text.endswith("Lantern")} == {"organisation"}


def test_a_side_of_the_world_is_no_place_by_itself() -> None:
    found = named("Castell condemned Western sanctions. He went on to Western Sahara.")
    assert "Western" not in found and found["Western Sahara"] == "place"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "She drove down State Route 94 to 117th Street.",
            {"State Route 94": "place", "117th Street": "place"},
        ),
        ("They climbed Aoraki Mount Cook.", {"Aoraki Mount Cook": "place"}),
        (
            "The Iranian navy met the Indian coast guard.",
            {"Iranian navy": "organisation", "Indian coast guard": "organisation"},
        ),
        ("He lives in Washington, D.C. with a dog.", {"Washington, D.C.": "place"}),
        (
            "The Halden Bulldogs lost to the Kansas City Chiefs.",
            {"Halden Bulldogs": "organisation", "Kansas City Chiefs": "organisation"},
        ),
        ("It flew for Air France.", {"Air France": "organisation"}),
        ("The Committee to Protect Journalists wrote.", {"Committee to Protect Journalists": "organisation"}),
        (
            "The UN Security Council Resolution 2254 holds.",
            {"UN Security Council": "organisation", "Resolution 2254": "work"},
        ),
        ("She told the Post that it was late.", {"Post": "organisation"}),
        ("We met King Charles III there.", {"King Charles III": "person"}),
        ("We met Moon Jae-in there.", {"Moon Jae-in": "person"}),
    ],
)
def test_names_of_many_shapes(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


class TestWhereASentenceBegins:
    """A capital there says nothing: the words around it do."""

    @pytest.mark.parametrize(
        "start",
        ["Young wins again.", "Young returns as coach.", "Young calmly led them home.", "Young denied it."],
    )
    def test_a_surname_that_is_a_word_does_something(self, start: str) -> None:
        text = f"{start} Then Peter Young went home, and Young slept."
        assert (0, "Peter Young") in [(m.start, m.name) for m in recognise("", text)]

    @pytest.mark.parametrize(
        "start", ["Young stars win again.", "Young people slept.", "Young and old slept."]
    )
    def test_or_it_is_the_word(self, start: str) -> None:
        text = f"{start} Then Peter Young went home, and Young slept."
        assert 0 not in [m.start for m in recognise("", text)]

    @pytest.mark.parametrize(
        "text", ["Halvorix's shares fell.", "Halvorix, for instance, closed.", "Halvorix is closing down."]
    )
    def test_a_word_nobody_knows_is_a_name_if_it_does_something(self, text: str) -> None:
        assert named(text) == {"Halvorix": "organisation"}

    @pytest.mark.parametrize(
        "text",
        [
            "Unsurprisingly, nobody came.",
            "Cybercriminals can get in.",
            "Lawman's hat was lost.",
            "“Zoradise,” they called it.",
        ],
    )
    def test_unless_english_words_are_in_it_or_it_is_a_title(self, text: str) -> None:
        assert named(text) == {}

    def test_a_team_is_known_by_its_players(self) -> None:
        assert named("Chargers defensive tackle Omar Haddad slept.")["Chargers"] == "organisation"
        assert named("Chargers of phones were sold.") == {}

    def test_a_town_that_is_a_surname_too(self) -> None:
        assert named("Boston in spring: what to see")["Boston"] == "place"


def test_what_somebody_at_a_house_does_is_not_done_by_the_house() -> None:
    text = "The Nadia Brandt Clinic is large. Her stay at Nadia Brandt ended in May."
    assert {m.name for m in recognise("", text) if m.type == "organisation"} == {"Nadia Brandt Clinic"}


@pytest.mark.parametrize("before", ["told Access", "confirmed to Access", "said in a statement to Access"])
def test_newspapers_with_names_of_every_day_are_told_things(before: str) -> None:
    assert named(f"Her lawyer {before} that she was well.") == {"Access": "organisation"}


def test_a_region_in_capitals() -> None:
    assert named("TRIAL DATE SET FOR CUMBRIA DOUBLE MURDER CASE\n\nIt was late.") == {"CUMBRIA": "place"}


class TestInstitutions:
    def test_the_and_a_capital_are_short_for_a_full_name(self) -> None:
        text = "The Academy of Fine Letters met. A prize was given by the Academy, and Academy members sang."
        assert known_as(text) == {
            "Academy of Fine Letters": "Academy of Fine Letters",
            "Academy": "Academy of Fine Letters",
        }

    def test_it_needs_no_full_name(self) -> None:
        assert named("They wrote to the Commission in May.") == {"Commission": "organisation"}

    @pytest.mark.parametrize(
        "text",
        [
            "They wrote to the commission in May. Commission members slept.",
            "They wrote to the Commission, and one commission slept.",
            "They wrote to the Government in May.",
        ],
    )
    def test_without_both_it_is_a_word(self, text: str) -> None:
        assert named(text) == {}


class TestTitlesThatAreNone:
    @pytest.mark.parametrize(
        "headline",
        ["Suspect Caught After Long Chase in Field", "Star Dies at Home After Long Illness and Pain"],
    )
    def test_a_verb_after_them_in_a_headline_is_nobody(self, headline: str) -> None:
        assert named("It was late.", title=headline) == {}

    @pytest.mark.parametrize(
        ("headline", "names"),
        [
            ("Iran's Supreme Leader Fears His Own People", {"Iran"}),
            ("UK Prime Minister Waits For Another Call", {"UK"}),
            ("Senator Waits Wins Key Vote In Ohio", {"Waits", "Ohio"}),
            ("Chief Justice Roberts Speaks About Death Threats", {"Roberts"}),
        ],
    )
    def test_nor_is_one_that_is_a_surname_too_unless_it_does_something(
        self, headline: str, names: set[str]
    ) -> None:
        assert set(named("It was late.", title=headline)) == names

    def test_what_we_will_do_is_nobody(self) -> None:
        assert named("It was late.", title="Netanyahu: 'We Will Win This War'") == {}
        assert named("Then Will Smith won.") == {"Will Smith": "person"}

    def test_an_office_of_several_words(self) -> None:
        assert named("Then Assistant Chief Fire Officer Omar Haddad spoke.") == {"Omar Haddad": "person"}

    def test_a_surname_that_is_a_word_after_an_honorific(self) -> None:
        assert named("Then Mr. Pigeon spoke, and Senator Flood.") == {"Pigeon": "person", "Flood": "person"}

    @pytest.mark.parametrize(
        ("text", "kind"),
        [("Duke University", "organisation"), ("King County", "place"), ("Prince Oskar", "person")],
    )
    def test_houses_and_places_are_called_after_nobles(self, text: str, kind: str) -> None:
        assert named(f"They wrote to {text} in May.") == {text: kind}


class TestAwards:
    @pytest.mark.parametrize(
        "text",
        [
            "She won an Oscar in May.",
            "The Oscar host sang.",
            "It was an Oscar - winning film.",
            "Her second Emmy.",
        ],
    )
    def test_the_words_beside_it_show_an_award(self, text: str) -> None:
        assert set(named(text).values()) == {"event"}

    def test_or_it_is_somebody(self) -> None:
        assert named("Then Oscar said no. Oscar Haddad was late.") == {
            "Oscar": "person",
            "Oscar Haddad": "person",
        }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The destroyer INS Halvor sank the MV Grey Heron.", {"INS Halvor": "work", "MV Grey Heron": "work"}),
        ("They played well in Week 11 and lost Game 7.", {}),
        ("The Central Asian states met.", {"Asian": "group"}),
        ("They met at Ishtar Gate, by Wadi Barada.", {"Ishtar Gate": "place", "Wadi Barada": "place"}),
        ("He used the Internet and a Web page.", {}),
        ("They were led by David Letterman.", {"David Letterman": "person"}),
    ],
)
def test_ships_gates_games_and_what_everybody_uses(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The bank on Mulberry Street is shut.", {"Mulberry Street": "place"}),
        (
            "He joined the Halden Bank on Mulberry Street.",
            {"Halden Bank": "organisation", "Mulberry Street": "place"},
        ),
        (
            "He joined the Committee on Energy Independence.",
            {"Committee on Energy Independence": "organisation"},
        ),
        ("Her agent told People and Us Weekly.", {"People": "organisation", "Us Weekly": "organisation"}),
        ("It was the Government of Prime Minister Omar Haddad.", {"Omar Haddad": "person"}),
        ("They saw Saints RB Reggie Halvorsen.", {"Saints": "organisation", "Reggie Halvorsen": "person"}),
        ("The Jaguars Maurice Halvorsen ran.", {"Jaguars": "organisation", "Maurice Halvorsen": "person"}),
        ("He won by TKO, with 46 KOs and two TVs, at 11am IST.", {}),
        ("It was said by Omar Haddad (D-Mass.) and others.", {"Omar Haddad": "person"}),
    ],
)
def test_where_names_end_and_what_short_forms_say_nothing(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They beat Green Bay and saw a Santa Monica lawyer.",
            {"Green Bay": "place", "Santa Monica": "place"},
        ),
        ("In March, President Omar Haddad resigned.", {"Omar Haddad": "person"}),
        ("Then City Council Member Omar Haddad spoke.", {"Omar Haddad": "person"}),
        ("He joined the Council on Bioethics.", {"Council on Bioethics": "organisation"}),
        ("Neighbors had complained about it.", {}),
        ("The Archdiocese of Mobile is large.", {"Archdiocese of Mobile": "organisation"}),
        ("She told The Canadian Press of it.", {"Canadian Press": "organisation"}),
    ],
)
def test_words_that_lists_have_as_names(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was Mark Felt, they said.", {"Mark Felt": "person"}),
        ("It was Nancy O'Hallorix, they said.", {"Nancy O'Hallorix": "person"}),
        ("SeaMicro, which was sold, is shut.", {"SeaMicro": "organisation"}),
        ("Shares in Halvorix fell.", {"Halvorix": "organisation"}),
        ("They played at Old Trafford.", {"Old Trafford": "place"}),
        ("Carnival Corp. is sorry.", {"Carnival Corp.": "organisation"}),
        ("The Pfizer-Halvorix shot is safe.", {"Pfizer": "organisation", "Halvorix": "organisation"}),
        ("She won a Tony Award.", {"Tony Award": "event"}),
        ("The source known as “Deep Throat” spoke. Deep Throat left.", {"Deep Throat": "person"}),
        ("He was nicknamed “Crazy Horse” by all.", {"Crazy Horse": "person"}),
    ],
)
def test_names_in_news_of_many_kinds(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


def test_a_team_is_known_by_its_town_that_plays() -> None:
    found = named("Broncos coach Sean Halvorsen slept, and Los Angeles beat Denver.")
    assert (found["Broncos"], found["Denver"]) == ("organisation", "organisation")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zadrix and Mernova added that it was late.", {"Zadrix": "organisation", "Mernova": "organisation"}),
        ("They met at Chess.com, which is large.", {"Chess.com": "organisation"}),
        ("Mail it to example.com or somebody@Chess.com now.", {}),
        ("Rebels seized Halvoro.", {"Halvoro": "place"}),
        ("Halvoro police said nothing.", {"Halvoro": "place"}),
        ("Hurricanes rout Rangers and go home.", {"Hurricanes": "organisation", "Rangers": "organisation"}),
        ("Hurricanes are strong winds.", {}),
        ("It was said in the Rose Garden.", {"Rose Garden": "place"}),
        ("Tropical Storm Hilary came.", {"Tropical Storm Hilary": "event"}),
        ("They slept in Rio.", {"Rio": "place"}),
        ("Then Jack Del Rio spoke.", {"Jack Del Rio": "person"}),
    ],
)
def test_what_is_told_of_names_nobody_knows(text: str, names: dict[str, str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("MEXICO CITY (AP) —", "Mexico City"),
        ("KUWAIT CITY (AP) —", "Kuwait City"),
        ("GUATEMALA CITY (Reuters) -", "Guatemala City"),
        ("OKLAHOMA CITY (AP) —", "Oklahoma City"),
        ("KANSAS CITY, Mo. (AP) —", "Kansas City"),
        ("TEL AVIV (Reuters) —", "Tel Aviv"),
        ("TEL AVIV, Israel —", "Tel Aviv"),
        ("PALM BEACH, Fla. (AP) —", "Palm Beach"),
        ("PALM BEACH, March 3 (Reuters) —", "Palm Beach"),
        ("WEST POINT, N.Y. (AP) —", "West Point"),
        ("PANAMA CITY (AP) —", "Panama City"),
        ("NEW YORK (AP) —", "New York"),
        ("SALT LAKE CITY (AP) —", "Salt Lake City"),
    ],
)
def test_where_a_report_in_capitals_comes_from(dateline: str, name: str) -> None:
    mention = recognise("", f"{dateline} The price of bread fell.")[0]
    assert (mention.start, mention.type, mention.name) == (0, "place", name)


def test_other_words_in_capitals_are_no_place() -> None:
    for text in ("FAIR PLAY FOR ALL", "COLD SPRING - MORE RAIN TO COME", "BREAKING NEWS (video)"):
        assert named(text) == {}
    assert known_as("OPEN SPACE IN MEXICO CITY IS RARE, SAYS MAYOR") == {"MEXICO CITY": "Mexico City"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jordan Bardella, 28, spoke.", {"Jordan Bardella": "person"}),
        ("England goalkeeper Jordan Pickford wept.", {"England": "place", "Jordan Pickford": "person"}),
        ("Chad Wolf resigned on Monday.", {"Chad Wolf": "person"}),
        ("They saw the Jordan Valley.", {"Jordan Valley": "place"}),
        ("Then Israel Police said so.", {"Israel Police": "organisation"}),
        ("Then Jordan King Abdullah spoke.", {"Jordan": "place", "King Abdullah": "person"}),
        ("Then the Israel Likud party spoke.", {"Israel": "place", "Likud": "organisation"}),
        ("Then Israel Hayom reported it.", {"Israel Hayom": "organisation"}),
        ("They fled to Jordan Sunday.", {"Jordan": "place"}),
    ],
)
def test_people_are_called_after_countries(text: str, names: dict[str, str]) -> None:
    assert named(text) == names
