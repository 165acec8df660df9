"""Nouns for people and bodies that act or suffer, so that water and deals do neither."""

from __future__ import annotations

import re

from corpus.facts.view import View
from corpus.model import Kind, Ref

_NOUNS = (
    r"people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|workers?|soldiers?|civilians?|officers?"
    r"|passengers?"
    r"|miners?|students?|villagers?|residents?|prisoners?|inmates?|refugees?|defectors?"
    r"|officials?"
    r"|diplomats?|ministers?|generals?|journalists?|activists?|protesters?|demonstrators|guards?"
    r"|others?|members?|suspects?|couples?|famil(?:y|ies)|relatives|boys?|girls?|wives|wife"
    r"|husbands?|sons?"
    r"|daughters?|brothers?|sisters?|fathers?|mothers?|parents|grandparents|cousins?"
    r"|nephews?|nieces?|uncles?"
    r"|aunts?|widow(?:er)?s?|friends?|colleagues?|companies|company|firms?|entit(?:y|ies)"
    r"|vessels?|ships?|boats?"
    r"|individuals?|leaders?|aides?|agents?|sp(?:y|ies)|troops|police(?:men|man)?|teachers?"
    r"|pastors?|priests?"
    r"|monks?|lawyers?|managers?|directors?|drivers?|sailors?|fishermen|migrants?|players?"
    r"|citizens?"
    r"|nationals?|lawmakers?|deput(?:y|ies)|commanders?|envoys?|ambassadors?|employees?"
    r"|owners?|teams?"
    r"|groups?|delegations?|forces|army|crews?|survivors?|victims?|hostages?|doctors?"
    r"|nurses?|engineers?"
    r"|scientists?|singers?|actors?|actress(?:es)?|restaurateurs?|waitress(?:es)?|traders?"
    r"|brokers?|businessm[ae]n"
    r"|presidents?|kings?|queens?|prince(?:ss)?|attach[eé]s?|secretar(?:y|ies)"
    r"|councill?ors?|mayors?|captains?"
    r"|colonels?|lieutenants?|sergeants?|pilots?|athletes?|strikers?|goalkeepers?"
    r"|coach(?:es)?|bodyguards?"
    r"|chauffeurs?|cooks?|chefs?|clerks?|assistants?|deserters?|escapees?|exiles?"
    r"|fugitives?|gunm[ae]n|rebels?"
    r"|militants?|fighters?|tourists?|visitors?|voters|farmers?|loggers?|labou?rers?|staff"
    r"|personnel|all|some"
    r"|many|most|both|few|dozens|hundreds|thousands|number|planes?|aircraft|convoys?|trains?"
)
_BEING = re.compile(rf"(?:{_NOUNS})(?:\s(?:of|from|in|at|who|with|on|under|for)\b|,|$)")
_PRONOUNS = ("i", "he", "she", "they", "we", "you", "them", "him", "her", "who")


def acts(view: View, who: Ref) -> bool:
    """Whether `who` is a person, or a noun for people or for what carries them."""
    if who.mention is not None and view.mentions[who.mention].kind is Kind.PERSON:
        return True
    words = who.text.lower()
    return words in _PRONOUNS or _BEING.search(words) is not None
