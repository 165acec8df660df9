"""The commands that answer without a screen: one module each, described in one way.

`registry.py` names them all; help, completion and the manual page are made of the descriptions.
"""
