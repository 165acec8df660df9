"""Offices and occupations as they are written: "Deputy Foreign Minister", "envoy to …"."""

from __future__ import annotations

import re

from corpus.facts.lists import words
from corpus.facts.view import BODY, PERSON, PLACE, View
from corpus.model import Span

_HEADS = words(
    "president vice-president premier chancellor minister secretary ambassador counselor "
    "counsellor consul envoy diplomat attaché attache d'affaires affaires d’affaires chief "
    "director head leader chairman chairwoman chairperson chair commissioner commander "
    "general colonel major captain lieutenant admiral marshal brigadier sergeant governor "
    "mayor senator representative congressman congresswoman lawmaker legislator "
    "parliamentarian deputy mp spokesman spokeswoman spokesperson judge justice prosecutor "
    "attorney lawyer advocate solicitor barrister magistrate sheriff professor lecturer "
    "researcher scholar analyst fellow expert economist historian scientist physicist "
    "chemist biologist mathematician engineer architect doctor physician surgeon nurse "
    "teacher principal dean rector provost editor reporter journalist correspondent "
    "columnist broadcaster author writer poet novelist playwright translator publisher "
    "blogger founder co-founder owner ceo cfo executive officer manager partner banker "
    "accountant auditor inspector detective superintendent constable adviser advisor aide "
    "assistant coordinator administrator treasurer clerk registrar curator librarian priest "
    "bishop archbishop cardinal pope pastor imam rabbi monk nun king queen prince princess "
    "emperor sultan emir sheikh duke coach player footballer goalkeeper striker boxer "
    "swimmer actor actress singer musician composer conductor painter sculptor artist "
    "filmmaker photographer dancer comedian activist dissident campaigner organizer "
    "organiser negotiator official agent operative spy soldier sailor pilot driver cook "
    "chef waiter waitress miner farmer fisherman businessman businesswoman entrepreneur "
    "trader investor shareholder developer programmer designer technician electrician "
    "member candidate nominee delegate trustee chief-of-staff whip speaker ombudsman "
    "rapporteur interpreter councillor councilor alderman alderwoman trader merchant notary guide "
    "clerk lecturer tutor instructor trainer striker midfielder defender winger captain skipper "
    "batsman bowler runner cyclist jockey referee umpire wrestler gymnast skater skier golfer "
    "guard gendarme warden jailer guerrilla rebel warlord militant deserter defector refugee "
    "technocrat bureaucrat apparatchik functionary statesman stateswoman politician senator-elect "
    "president-elect ideologue theorist philosopher theologian preacher reverend vicar chaplain "
    "missionary abbot deacon seminarian mother-superior ayatollah mullah landlord landowner "
    "farmhand shepherd vintner brewer baker butcher grocer tailor carpenter plumber mechanic "
    "welder builder bricklayer joiner blacksmith porter cleaner janitor gardener caretaker nanny "
    "maid housewife homemaker hairdresser barber model stylist hotelier restaurateur bartender "
    "barman steward stewardess flight-attendant bosun seaman skipper docker stevedore lorry-driver "
    "trucker courier postman firefighter fireman paramedic midwife dentist pharmacist "
    "veterinarian vet psychologist psychiatrist surgeon oncologist virologist epidemiologist "
    "biochemist geologist astronomer meteorologist anthropologist archaeologist "
    "demographer statistician linguist philologist criminologist pathologist coroner "
    "forensic-scientist hacker blogger vlogger youtuber influencer podcaster presenter newsreader "
    "anchor announcer commentator critic essayist memoirist biographer novelist screenwriter "
    "director-general producer choreographer ballerina pianist violinist cellist guitarist drummer "
    "rapper soprano tenor sculptor illustrator cartoonist animator broker financier magnate tycoon "
    "industrialist contractor supplier importer exporter smuggler trafficker forger swindler "
    "lobbyist strategist pollster organiser fundraiser philanthropist trustee benefactor patron "
    "heir heiress successor predecessor co-owner co-director co-chair co-author lead "
    "representative undersecretary under-secretary vice-chairman vice-minister vice-chair "
    "vice-chancellor subsecretary procurator procurator-general solicitor-general comptroller "
    "ombudswoman mediator arbitrator conciliator plaintiff claimant whistleblower whistle-blower "
    "witness juror foreman forewoman supervisor overseer planner surveyor archivist keeper ranger "
    "forester logger fisher trapper hunter vice-premier politburo-member party-secretary mate "
    "counsel helmsman"
)
_MODIFIERS = words(
    "former then acting deputy vice assistant associate senior junior chief prime foreign "
    "finance defense defence interior justice education health trade labour labor "
    "environment culture press party state government opposition military naval army police "
    "intelligence security political economic legal medical human rights social public "
    "private national federal provincial regional local district county city town village "
    "longtime long-time veteran retired late ex current outgoing incoming newly elected "
    "appointed first second third top high highest highest-ranking ranking most high- "
    "ranking principal managing executive non-executive general special permanent honorary "
    "founding co resident non-resident distinguished visiting independent nuclear trade- "
    "union union student labour-union campaign research news sports business attorney "
    "solicitor lieutenant brigadier major rear secretary under-secretary undersecretary "
    "interim presidential parliamentary diplomatic consular commercial cultural chargé "
    "charge d'affaires counter-terrorism world cabinet investigative embassy consulate "
    "company bank factory restaurant hotel tech film television radio theatre football "
    "basketball baseball tennis opera jazz rock pop computer software mechanical electrical "
    "civil chemical aerospace"
)
_CONNECT = frozenset(("of", "for", "to", "at", "in", "on", "with", "under"))
_STOP = words(
    "who whom whose which that when while after before since until till from during said "
    "says told was is are were has had have will would could but as by because where if "
    "than then through though although so he she they it amid following ahead despite "
    "without"
)
_TOKEN = re.compile(
    rf"[{PERSON}{PLACE}{BODY}]+(?:['’]s?(?!\w))?|(?:[A-Z]\.){{2,4}}|[^\W\d_][\w.'’-]*(?<!\.)|\d+|\S"
)
_ARTICLE = re.compile(r"(?:the|a|an|one|his|her|its|their|our|also)\s", re.IGNORECASE)
_LONGEST = 150


_KEPT = words(
    "planning housing engineering manufacturing marketing shipping mining training "
    "ruling working trading"
)


def is_head(word: str) -> bool:
    """Whether a word names an office or an occupation."""
    lower = word.lower()
    return (
        lower in _HEADS
        or lower.endswith(("ologist", "ician", "iatrist"))
        or ("-" in lower and lower.rsplit("-", 1)[-1] in _HEADS and not lower.startswith("non-"))
    )


def phrase(view: View, start: int, limit: int) -> Span | None:
    """The office that is written at `start`, without its article, None if none is.

    "the counselor for political affairs, a very senior …" gives "counselor for political affairs".
    """
    limit = min(limit, start + _LONGEST)
    text = view.masked
    while article := _ARTICLE.match(text, start, limit):
        start = article.end()
    tokens = list(_TOKEN.finditer(text, start, limit))
    head = _head(text, tokens)
    if head is None:
        return None
    end = _tail(view, tokens, head)
    return Span(tokens[0].start(), end)


def _head(text: str, tokens: list[re.Match[str]]) -> int | None:
    """The index of the noun that makes it an office: the last such before the group ends."""
    head = None
    for at, token in enumerate(tokens[:11]):
        word = token[0]
        lower = word.lower()
        if PERSON in word or not (word[0].isalpha() or word[0] in PLACE + BODY):
            if word == "&" or (word in "-–" and head is None):
                continue
            break
        if lower in _CONNECT or lower in _STOP or lower in ("and", "or", "the", "a", "an", "not"):
            break
        if is_head(word):
            head = at
        elif head is not None and lower not in _MODIFIERS and not _adds(word, tokens[at - 1][0]):
            break
    if head is None or any(_verbal(t[0]) for t in tokens[:head]):
        return None
    return head


def _adds(word: str, before: str) -> bool:
    return (before.lower(), word.lower()) in (("secretary", "general"), ("attorney", "general"),
                                              ("director", "general"), ("consul", "general"),
                                              ("governor", "general"))  # fmt: skip


def _verbal(word: str) -> bool:
    return word.endswith("ing") and word.lower() not in _MODIFIERS and word.islower()


def _tail(view: View, tokens: list[re.Match[str]], head: int) -> int:
    """Where the office ends: its "of …", "for …", "to …" belong to it, dates and clauses do not."""
    end = tokens[head].end()
    at = head + 1
    inside = False
    words = 0
    while at < len(tokens):
        token = tokens[at]
        word, lower = token[0], token[0].lower()
        if token.start() - end > 1 and "\n" in view.text[end : token.start()]:
            break
        if lower in _CONNECT and _leads(view, tokens, at):
            inside, words = True, 0
        elif (lower == "(" and head + 1 == at) or not inside:
            break
        elif lower == "and":
            if at + 1 >= len(tokens) or not _goes_on(tokens[at + 1][0]):
                break
        elif (
            lower in _STOP
            or not (word[0].isalpha() or word[0] in PLACE + BODY + "&")
            or (word.islower() and lower.endswith(("ed", "ing")) and lower not in _KEPT)
        ):
            break
        else:
            words += 1
            if lower not in ("a", "an", "the", "his", "her", "its", "their"):
                end = token.end()
            if words > 7:
                break
        at += 1
    return end - 2 if view.text[end - 2 : end] in ("'s", "’s") and inside else end


def _leads(view: View, tokens: list[re.Match[str]], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    lower = tokens[at][0].lower()
    if following[0][0].isdigit() or view.dates_in(following.start(), following.end()):
        return False
    if lower in ("to", "with", "on", "under", "in", "at") and PERSON in following[0]:
        return False
    if lower == "to":
        return following[0][0].isupper() or following[0][0] in PLACE + BODY or following[0] == "the"
    return following[0][0].isalpha() or following[0][0] in PLACE + BODY


def _goes_on(word: str) -> bool:
    return word[0] in PLACE + BODY or (word[0].isupper() and word.isalpha()) or word in (
        "trade", "security", "development", "technology", "sports", "culture", "human", "labour",
        "labor", "forestry", "fisheries", "energy", "science",
    )  # fmt: skip


def before(view: View, start: int, low: int) -> Span | None:
    """The title that ends right before a name at `start`: "former Foreign Minister" Ri Yong-ho."""
    if view.text[start - 1 : start] not in (" ", "\u00a0"):
        return None
    low = max(low, start - 110)
    tokens = list(_TOKEN.finditer(view.masked, low, start))
    if not tokens or tokens[-1].end() != start - 1:
        return None
    at = len(tokens) - 1
    if not is_head(tokens[at][0]):
        joined = at > 1 and tokens[at][0] in ("State", "Staff", "General", "Defense", "Defence")
        if not joined or not any(is_head(t[0]) for t in tokens[max(0, at - 2) : at]):
            return None
    begin = at
    while begin > 0 and at - begin < 9:
        token = tokens[begin - 1]
        word, lower = token[0], token[0].lower()
        if tokens[begin].start() - token.end() > 1 or PERSON in word:
            break
        if lower in _STOP or lower in ("the", "a", "an", "and", "his", "her", "their", "its"):
            if not (lower == "and" and _goes_on(tokens[begin][0]) and tokens[begin][0].islower()):
                break
        elif word == "of" and begin == at and tokens[at][0] in ("State", "Staff", "Defense"):
            pass
        elif (
            not (
                word[0].isupper() or word[0] in PLACE + BODY or lower in _MODIFIERS or is_head(word)
            )
            or word.endswith("ly")
            or (begin - 1 == 0 and word in _OPENERS)
        ):
            break
        begin -= 1
    if tokens[begin][0].lower() in ("of", "and", "general") and begin < at:
        begin += 1
    return Span(tokens[begin].start(), tokens[at].end())


_OPENERS = words("In On At When As For With But After Before By")
