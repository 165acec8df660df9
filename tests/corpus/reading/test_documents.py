"""Whole documents of many kinds: what they say of themselves, and how they read."""

from __future__ import annotations

from corpus.model import Article, Origin
from corpus.reading import parse


def article(text: str, name: str = "12_ab34cd56ef.txt") -> Article:
    found = parse(text.encode(), name, name)
    for stated in (found.title, found.author, found.publisher, found.published, found.address):
        if stated and stated.origin is Origin.TEXT:
            assert stated.span is not None
            assert stated.span.of(found.text).strip() == stated.span.of(found.text) != ""
    return found


def facts(found: Article) -> tuple[str | None, ...]:
    """Title, author, publisher and date."""
    rest = (found.author, found.publisher, found.published)
    return (found.title.value, *(stated.value if stated else None for stated in rest))


WIRE = """\
Envoy to Dakar recalled after customs row

DAKAR, April 8 (Reuters) -- A trade envoy left Senegal on Friday after officers at the port
found undeclared machine parts in a container addressed to his embassy, two
officials said.

The envoy, Ho Chang-min, had been accredited since 2014. "We were told on Thurs-
day that he would go," one of the officials said.

(Reporting by Aminata Sow; editing by Paul Reiss)
"""


def test_a_wire_story_has_an_agency_and_no_guessed_year() -> None:
    found = article(WIRE)
    assert facts(found) == (
        "Envoy to Dakar recalled after customs row",
        "Aminata Sow",
        "Reuters",
        None,
    )
    assert "officers at the port found undeclared" in found.text
    assert "told on Thursday that he would go" in found.text
    assert "officials said.\n\nThe envoy" in found.text


DATED_WIRE = """\
SEOUL, Nov. 3, 2016 (Yonhap) -- Three trawlers were towed into Sokcho on Thursday, the coast
guard said.

Their crews asked to be sent home. None of them had papers, and two said
that they had drifted for nine days.
"""


def test_a_dateline_with_a_year_dates_the_story_and_the_first_sentence_names_it() -> None:
    found = article(DATED_WIRE)
    assert facts(found)[1:] == (None, "Yonhap", "2016-11-03")
    assert found.title.value == (
        "Three trawlers were towed into Sokcho on Thursday, the coast guard said"
    )
    assert "and two said that they" in found.text


SAVED_PAGE = """\
Skip to content

Subscribe

Home > World > Asia

THE HARBOUR GAZETTE

Opinion

Shipowners Who Changed Their Flags Overnight Face a New Registry in Valletta

By Ġorġ Borġ and Maria Pace

Published 3 September 2024 | 10:15

Updated September 5, 2024

Share

Tweet

A vessel seen off Marsaxlokk in May

A vessel seen off Marsaxlokk in May. Photo: Harbour Gazette

The registry [opened its doors](https://example.org/a_(b)) on Monday and closed eleven files, \
according to Josef Grech, who runs it. Owners of the

vessels had not been told, he said, and most of them learned of it from the paper.

Read more

Sign up for our newsletter

© 2024 The Harbour Gazette. All rights reserved.
"""


def test_a_saved_page_gives_its_title_among_the_clutter() -> None:
    found = article(SAVED_PAGE)
    assert facts(found) == (
        "Shipowners Who Changed Their Flags Overnight Face a New Registry in Valletta",
        "Ġorġ Borġ and Maria Pace",
        "The Harbour Gazette",
        "2024-09-03",
    )
    assert "The registry opened its doors on Monday" in found.text
    assert "Owners of the vessels had not been told" in found.text
    assert "Read more\n\nSign up" in found.text


HEARING = """\
COMMITTEE ON FOREIGN RELATIONS

Tuesday, June 24, 1997

HEARING ON THE TREATMENT OF OVERSEAS WORKERS

Q. When did you first meet Mr. Abebe?
A. In Asmara, in the spring of the year before. He came with
two men from the port authority, and they wanted a list of
names.
Q. Did you give it to them?
A. No.
Q. Why not?
A. Because A. Tesfay, who kept the list, was in Massawa at the
time.
Mr. Kahn. Thank you. I have no further questions.
The Chairman. The committee will rise until Thursday at ten in the
morning.
"""


def test_a_hearing_keeps_its_turns_and_joins_their_lines() -> None:
    found = article(HEARING)
    assert found.published and found.published.value == "1997-06-24"
    assert found.title.value == "HEARING ON THE TREATMENT OF OVERSEAS WORKERS"
    lines = found.text.split("\n")
    assert "Q. When did you first meet Mr. Abebe?" in lines
    assert any(line.endswith("they wanted a list of names.") for line in lines)
    assert "Q. Did you give it to them?" in lines
    assert "A. No." in lines
    assert "Mr. Kahn. Thank you. I have no further questions." in lines
    assert "A. Because A. Tesfay, who kept the list, was in Massawa at the time." in lines
    assert lines[-1].endswith("until Thursday at ten in the morning.")


SCAN = """\
THE DAILY COURIER                                            12

PILOTS WHO WOULD NOT RETURN

By VERA NOVOTNA

The two airmen, who had been flying the night mail from Brno, turned
west at eleven and put down on a meadow near the fron-
tier. Their machine was un-
damaged. "We had thought of it for a year," said the elder, Jan Ry-
bar, whose well-
known brother had fled before.

Neither of them would say who had helped. The police took their pa-
pers and let them sleep; in the morning a car came and they were

- 13 -

driven to the capital, where the frontier office asked for their
papers again.
"""


def test_scanned_text_is_whole_again_without_its_page_number() -> None:
    found = article(SCAN)
    assert found.title.value == "PILOTS WHO WOULD NOT RETURN"
    assert found.author and found.author.value == "Vera Novotna"
    assert "a meadow near the frontier. Their machine was undamaged." in found.text
    assert "Jan Rybar, whose well-known brother" in found.text
    assert "took their papers and let them sleep" in found.text
    assert "they were driven to the capital" in found.text
    assert "- 13 -" not in found.text
    assert any("page numbers" in remark and "line 17" in remark for remark in found.remarks)
    assert found.line(found.text.index("driven to")) == 19


RELEASE = """\
FOR IMMEDIATE RELEASE
March 5, 2018

Contact: Press Office, +44 20 7946 0000

MINISTRY OF SHIPPING

Ministry Withdraws Licences of Five Forwarders at Two Ports

VALLETTA – The Ministry of Shipping today withdrew the licences of five forwarders that had
handled coal without certificates, the minister, Ċensu Vella, said.

* Blue Lantern Ltd
* Northern Cross Forwarding
* Vella & Sons

###
"""


def test_a_press_release_keeps_its_list() -> None:
    found = article(RELEASE)
    assert found.title.value == "Ministry Withdraws Licences of Five Forwarders at Two Ports"
    assert found.published and found.published.value == "2018-03-05"
    assert "* Blue Lantern Ltd\n* Northern Cross Forwarding\n* Vella & Sons" in found.text


DESIGNATIONS = """\
Consolidated list of persons, as of 12 March 2001

KIM, Chol Su (a.k.a. KIM, Chul Soo); born 4 May 1961; nationality
Korea, North; passport 836110063.
KWON, Sang Ho; born 1958; Pyongyang.
MÜLLER, Jürgen; born 12 Jul 1949; Leipzig.
OKUDA, Kenji; born 1970; Osaka.
"""


def test_a_list_of_names_is_never_run_together() -> None:
    found = article(DESIGNATIONS)
    lines = found.text.split("\n")
    assert found.title.value.startswith("Consolidated list of persons")
    for entry in ("KIM, Chol Su", "KWON, Sang Ho", "MÜLLER, Jürgen", "OKUDA, Kenji"):
        assert any(line.startswith(entry) for line in lines)


OBITUARY = """\
Pavel Horák, 91, who drew the maps of a vanished railway

By Jane Doe, Staff Writer
Sept. 3, 2024

Pavel Horák, a surveyor whose maps of the Bukovina narrow gauge are the only ones left, died on
Sunday in Ostrava. He was 91.

He was born in Opava. His daughter, Eva Horáková, confirmed the death.

Jane Doe is a reporter in Prague. The views expressed are the author's own.
"""


def test_an_obituary_has_its_byline_and_date() -> None:
    assert facts(article(OBITUARY)) == (
        "Pavel Horák, 91, who drew the maps of a vanished railway",
        "Jane Doe",
        None,
        "2024-09-03",
    )


COLUMN = """\
# What the lighthouse keepers knew

The keepers of the northern lights wrote down every ship for a hundred years, and nobody read it.

Their books are in Tromsø now. They show that the trawlers came back in 1953.

Ingrid Solheim is a professor of history at Bergen. The views expressed here are hers.

Copyright 2019 by Nordlys Review. All rights reserved.
"""


def test_an_author_may_be_introduced_at_the_end() -> None:
    found = article(COLUMN)
    assert facts(found) == (
        "What the lighthouse keepers knew",
        "Ingrid Solheim",
        "Nordlys Review",
        None,
    )


COURT = """\
IN THE DISTRICT COURT OF RIGA

Date: 12 March 2001
Source: Baltic Court Reports
URL: https://example.org/reports/17

Carrier Fined for Undeclared Crew

The court fined the carrier 40,000 lats on Monday. Judge Ilze Kalniņa
said that the crew of the Taebaek, eleven men and their cook, had
been listed as freight.

1. The carrier shall pay within thirty days.
2. The crew shall be housed at its expense.
3. The cook may stay.
"""


def test_a_court_report_states_source_and_address() -> None:
    found = article(COURT)
    assert facts(found) == (
        "Carrier Fined for Undeclared Crew",
        None,
        "Baltic Court Reports",
        "2001-03-12",
    )
    assert found.address and found.address.value == "https://example.org/reports/17"
    assert "Judge Ilze Kalniņa said that the crew" in found.text
    assert "thirty days.\n2. The crew" in found.text


VERSE = """\
Song of the ferrymen

We left at dawn with lamps put out,
the oars were wrapped in wool,
and no one asked what it was about,
the boat was more than full.

The river took us by the hand
and set us on the shore.
"""


def test_verse_keeps_its_lines() -> None:
    found = article(VERSE)
    assert found.title.value == "Song of the ferrymen"
    assert found.text == VERSE.strip()


DOUBLE = "\n\n".join(
    [
        "Deposition taken at Incheon on the second of May",
        "The witness said that he had come to the harbour before the",
        "others, and that the lamp on the pier was already burning when",
        "he arrived. He had brought the money in a tin. A man whom he",
        "did not know took it from him and counted it, and then they",
        "walked together to the boat.",
        "He was asked whether Choe Yong-nam had been on board. He could",
        "not say. There were eight or nine people under the canvas, but",
        "it was dark, and nobody spoke until they were out at sea.",
    ]
)


def test_double_spaced_lines_become_paragraphs() -> None:
    found = article(DOUBLE)
    assert "come to the harbour before the others, and that the lamp" in found.text
    assert "walked together to the boat.\n\nHe was asked whether" in found.text


KOREAN = """\
북한 외교관 가족, 몰타에서 서울로 이동

2024년 9월 3일

외교부 당국자는 3일 외교관 김철수 씨와 가족이 서울에 도착했다고 밝혔다. 그는 경로를 말하지 않았다.
"""


def test_a_korean_report_has_title_and_date() -> None:
    found = article(KOREAN)
    assert facts(found) == ("북한 외교관 가족, 몰타에서 서울로 이동", None, None, "2024-09-03")


TABLE = """\
Restaurants abroad by country, March 2016

Country        Houses    Staff
China              98    1,760
Russia              6       74
Senegal             1        8

The figures are the ministry's own. They do not count the houses that closed during the winter
and have not opened again.
"""


def test_a_table_keeps_its_columns() -> None:
    found = article(TABLE)
    assert "Country        Houses    Staff\nChina              98    1,760\n" in found.text
    assert "during the winter and have not opened again." in found.text


FRONT = """\
---
Headline: "Cooks of the *Taebaek*"
by: [Min-seo Kim, Aminata Sow]
site: Harbour Gazette
date: 03 Sep 2024
original: https://example.org/x
---
## Cooks

By Somebody Else

They sailed on the first of May.
"""


def test_front_matter_goes_before_what_the_text_states() -> None:
    found = article(FRONT, "cooks.md")
    assert facts(found) == (
        "Cooks of the *Taebaek*",
        "Min-seo Kim, Aminata Sow",
        "Harbour Gazette",
        "2024-09-03",
    )
    assert found.title.origin is Origin.FRONT_MATTER
    assert found.title.span is None
    assert found.address and found.address.value == "https://example.org/x"
    assert found.text.startswith("Cooks\n\nBy Somebody Else")
    assert found.line(0) == 8


def test_a_text_without_words_of_its_own_goes_by_its_file_name() -> None:
    found = article("12 14 16\n18 20 22", "2019-03-13_tide-tables_of_incheon.txt")
    assert found.title.value == "Tide tables of incheon"
    assert found.title.origin is Origin.FILE_NAME
    assert found.published and found.published.value == "2019-03-13"
    assert found.published.origin is Origin.FILE_NAME


def test_hostile_markup_is_shown_as_it_stands() -> None:
    text = "# [@click=app.quit]Go[/]\n\n\x1b]52;c;Zm9v\x07 [link=x]y[/link] \x9b31m\u202eabc\n"
    found = article(text, "\x1b[2J.md")
    shown = found.title.value + found.text + found.path
    assert "[@click=app.quit]Go[/]" in found.title.value
    assert "␛]52;c;Zm9v␇ [link=x]y[/link] \ufffd31m\ufffdabc" in found.text
    assert not any(char in shown for char in "\x1b\x07\x9b\u202e")
    assert "4 control characters are shown as stand-ins" in found.remarks


TELEGRAM = """\
FM HELSINKI
TO HOME OFFICE

SUBJECT: CARRIERS EXPELLED

1. THE FOREIGN OFFICE TOLD US TODAY THAT FOUR MEN OF THE NAMPO
LINE WERE EXPELLED FOR THE SALE OF CIGARETTES AND SPIRITS TO
SAILORS OF OTHER SHIPS.

2. CAPTAIN CHANG TAE-HUI LEFT ON MARCH 9 WITH HIS WIFE AND HIS
TWO CHILDREN.
"""


def test_a_telegram_in_capitals_is_joined_too() -> None:
    found = article(TELEGRAM)
    assert found.title.value == "CARRIERS EXPELLED"
    assert "NAMPO LINE WERE EXPELLED" in found.text
    assert "HIS WIFE AND HIS TWO CHILDREN" in found.text
    assert found.text.startswith("FM HELSINKI\nTO HOME OFFICE")


PORTAL = """\
Menu
Home
Cuba
Ship Watch | Independent reporting
Search
How the crew of the Haeju got lost in Rome
By
Jane Q. Doe
in Rome
Published
12 March 2019, 08:30 GMT
Share on X
The crew at a dinner in Ostia, 2018 (AP Photo)
ROME — The lights in the hostel had been off since November, and the neighbours thought little of \
it until a van came.
Related: The captain's last dinner
"""


def test_labels_may_stand_on_lines_of_their_own() -> None:
    found = article(PORTAL)
    assert facts(found) == (
        "How the crew of the Haeju got lost in Rome",
        "Jane Q. Doe",
        None,
        "2019-03-12",
    )


MINUTES = """\
                    HOUSE OF REPRESENTATIVES
             SUBCOMMITTEE ON SHIPS AND HARBOURS

                    FOREIGN CREWS IN PORT

                    THURSDAY, MAY 2, 2002

    The subcommittee met, pursuant to notice, at 10:05 a.m. in Room
2172, with the gentleman from Maine in the chair. It had come to
hear from those who had crossed the
                                  2
border themselves.
    Ms. Lee. Thank you, Mr. Chairman. My name is Lee Mi-ran. I was
born in 1947 and kept the books of the harbour until 1986, when Mr.
Cho was replaced.
"""


def test_minutes_join_over_a_page_number_and_keep_their_speakers() -> None:
    found = article(MINUTES)
    assert facts(found) == ("FOREIGN CREWS IN PORT", None, None, "2002-05-02")
    assert "crossed the border themselves.\nMs. Lee. Thank you" in found.text
    assert "when Mr. Cho was replaced." in found.text


CHINESE = """\
朝鲜船员家属抵达首尔

2019年1月4日 新华社

韩国外交部星期五表示，一名朝鲜船员和他的
家人已经抵达首尔。该船员此前在意大利担任
厨师，去年十一月与妻子一同失踪，下落一直
不明。
"""


def test_scripts_without_spaces_are_joined_without_them() -> None:
    found = article(CHINESE)
    assert facts(found) == ("朝鲜船员家属抵达首尔", None, None, "2019-01-04")
    assert "一名朝鲜船员和他的家人已经" in found.text
