"""Word lists of the readers, in one place to be mended."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


LEADING: Final = _words(
    """
    a an the of in at by for to from with and or but nor that which who whose whom as is are was
    were be been being has have had his her its their our my your this these those into onto upon
    under over between among through during against about after before since until than if when
    while because although whether would could should will shall may might must can did does do not
    no mr mrs ms dr
    """
)
"""Words that cannot end a sentence: what follows must belong to them."""

HYPHENED: Final = _words(
    """
    self ex vice non anti mid well all half cross pro post so two three four five six seven eight
    nine ten year long short high low state north south east west old much ill far near then
    """
)
"""First halves of compounds that keep their hyphen."""

DESK: Final = _words(
    """
    staff writer writers correspondent reporter reporters editor news agency press international
    bureau desk service wire team special contributor columnist analyst senior chief associate
    political diplomatic foreign national
    """
)
"""Words of a byline that no longer belong to the name."""

NO_NAME: Final = _words(
    """
    the a an land sea air numbers night day law order god invitation design contrast comparison
    train bus boat this that these all any most far reason means way hand heart mistake surprise
    """
)
"""Words that may follow "By" in a title, but not in a byline."""

SMALL: Final = _words("of the and in for on at to de la del von van der a an")
"""Words that a name in capitals has in small letters, except at its beginning."""

COMMON: Final = _words(
    """
    the news daily post times star sun world week wire herald mail echo globe asia city town life
    free line view east west north south
    """
)
"""Short words in the names of papers, which are no acronyms."""

BUTTONS: Final = _words(
    """
    home news world politics business opinion sports sport culture search menu login subscribe
    share tweet email print comment comments facebook twitter linkedin whatsapp reddit telegram
    copy save follow close open next previous back more advertisement advertisements sponsored
    related latest trending video videos photos podcast podcasts newsletter newsletters archive
    archives about help donate register account english español 한국어 中文 日本語 analysis feature
    features interview commentary editorial exclusive breaking live updated published author
    authors category categories tags tag topics topic by date source photo image caption transcript
    headlines document unclassified confidential contact
    """
) | _phrases(
    """log in, sign in, sign up, about us, contact us, read more, see more, top stories, most read,
    related articles, related stories, world news, latest news, breaking news, press release,
    news release, press releases, for immediate release, media contact, all rights reserved,
    main menu, back to top, listen to this article, print this page, email this article,
    share this, share this article, copy link, sign up now, north korea, south korea,
    united states, full text, official transcript, embargoed until, special report, news analysis,
    the latest, not for publication, uncorrected transcript, in brief"""
)
"""Lines of saved pages that are no title."""
