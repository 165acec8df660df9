"""Sentences, tokens, the tagger, dates, amounts, quotations, acronyms."""
