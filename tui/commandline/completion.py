"""`dateline completion`: what a shell needs to complete commands, options and their values."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Final

from tui import cli
from tui.commandline.registry import SUMMARIES, command
from tui.commandline.spec import Argument, Command, Option
from tui.commandline.whole import WHOLE

SHELLS: Final = ("bash", "zsh", "fish")
COMMAND: Final = Command(
    "completion",
    "print the completion for bash, zsh or fish",
    "Prints what your shell needs to complete the commands and options of dateline:\n"
    "  bash:  dateline completion bash > ~/.local/share/bash-completion/completions/dateline\n"
    "  zsh:   dateline completion zsh > a folder of $fpath/_dateline\n"
    "  fish:  dateline completion fish > ~/.config/fish/completions/dateline.fish",
    (Argument("shell", "SHELL", "bash, zsh or fish", choices=SHELLS),),
)


def answer(asked: argparse.Namespace) -> int:
    """Print the completion."""
    for line in _MAKERS[asked.shell]([command(name) for name in SUMMARIES]):
        cli.write(f"{line}\n")
    return cli.OK


def _names(options: tuple[Option, ...]) -> list[str]:
    return [name for one in options for name in (one.short, one.name) if name] + ["--help"]


def _first(command: Command) -> Argument | None:
    """The word of which the values are known."""
    return next((one for one in command.arguments if one.choices), None)


def bash(commands: list[Command]) -> Iterator[str]:
    """A function of bash and where it applies."""
    whole = WHOLE
    yield "# Completion of dateline for bash; made by `dateline completion bash`."
    yield "_dateline() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="" options="" values=""'
    yield "    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}"
    yield '    case "$command" in'
    for one in commands:
        yield f"        {one.name})"
        yield f'            options="{" ".join(_names(one.options))}"'
        first = _first(one)
        if first is not None:
            yield f'            ((COMP_CWORD == 2)) && values="{" ".join(first.choices)}"'
        yield from _bash_values(one.options)
        yield "            ;;"
    yield f'        *) options="{" ".join(_names(whole.options))}"'
    yield f'            ((COMP_CWORD == 1)) && values="{" ".join(SUMMARIES)}"'
    yield from _bash_values(whole.options)
    yield "            ;;"
    yield "    esac"
    yield '    [[ $word == -* ]] && values="$options"'
    yield '    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")'
    yield "    # Without an answer of its own, bash offers files (-o default)."
    yield "}"
    yield "complete -o default -F _dateline dateline"


def _bash_values(options: tuple[Option, ...]) -> Iterator[str]:
    known = [one for one in options if one.choices]
    if known:
        yield '            case "$before" in'
        for one in known:
            yield f'                {one.name}) values="{" ".join(one.choices)}" options="" ;;'
        yield "            esac"


def zsh(commands: list[Command]) -> Iterator[str]:
    """A function of zsh that stands in a file of its own."""
    yield "#compdef dateline"
    yield "# Completion of dateline for zsh; made by `dateline completion zsh`."
    yield "_dateline() {"
    yield "    local -a commands"
    yield "    commands=("
    for name, what in SUMMARIES.items():
        yield f"        '{name}:{_single(what)}'"
    yield "    )"
    yield "    if ((CURRENT == 2)); then"
    yield "        _describe command commands"
    yield "    fi"
    yield "    local command=${words[2]}"
    yield "    case $command in"
    for one in commands:
        yield f"        {one.name})"
        yield "            shift words; ((CURRENT--))"
        yield from _zsh_arguments(one)
        yield "            ;;"
    yield "        *)"
    yield from _zsh_arguments(WHOLE)
    yield "            ;;"
    yield "    esac"
    yield "}"
    yield '_dateline "$@"'


def _zsh_arguments(command: Command) -> Iterator[str]:
    yield "            _arguments -S \\"
    for option in command.options:
        value = ""
        if option.metavar:
            action = f"({' '.join(option.choices)})" if option.choices else "_files"
            action = action if option.choices or option.completes else " "
            value = f":{option.metavar}:{action}"
        many = "*" if option.many else ""
        what = _single(option.help).replace("[", "(").replace("]", ")").replace(":", "\\:")
        for name in filter(None, (option.short, option.name)):
            yield f"                '{many}{name}[{what}]{value}' \\"
    for number, argument in enumerate(command.arguments, 1):
        action = f"({' '.join(argument.choices)})" if argument.choices else ""
        action = action or ("_files" if argument.completes else " ")
        where = "*" if argument.count in ("*", "+") else str(number)
        yield f"                '{where}:{argument.metavar}:{action}' \\"
    yield "                '--help[print help]'"


def fish(commands: list[Command]) -> Iterator[str]:
    """A line of fish for every command and option."""
    yield "# Completion of dateline for fish; made by `dateline completion fish`."
    for name, what in SUMMARIES.items():
        yield f"complete -c dateline -n __fish_use_subcommand -a {name} -d '{_single(what)}'"
    for option in WHOLE.options:
        yield _fish_option("__fish_use_subcommand", option)
    for one in commands:
        here = f"'__fish_seen_subcommand_from {one.name}'"
        first = _first(one)
        if first is not None:
            yield f"complete -c dateline -n {here} -f -a '{' '.join(first.choices)}'"
        for option in one.options:
            yield _fish_option(here, option)
        yield f"complete -c dateline -n {here} -l help -d 'print help'"


def _fish_option(here: str, option: Option) -> str:
    line = f"complete -c dateline -n {here} -l {option.name.lstrip('-')}"
    if option.short:
        line += f" -s {option.short.lstrip('-')}"
    if option.metavar:
        line += " -r" if option.completes else " -x"
        if option.choices:
            line += f" -a '{' '.join(option.choices)}'"
    return f"{line} -d '{_single(option.help)}'"


def _single(text: str) -> str:
    """`text` for single quotes, as all three shells take it."""
    return " ".join(text.replace("'", "’").replace("\\", "").split())


_MAKERS: Final = {"bash": bash, "zsh": zsh, "fish": fish}
