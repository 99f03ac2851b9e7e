"""The command line: the only module that prints and decides the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from lintnews import __version__
from lintnews.config import CONFIG_KEYS, Config
from lintnews.errors import LintnewsError
from lintnews.filters import EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, EXIT_INTERRUPTED, exit_code
from lintnews.finding import CONFIDENCES, SEVERITIES, Result
from lintnews.report import REPORTS, Options

if TYPE_CHECKING:
    from lintnews.linter import Linter

_FAIL_ON = (*reversed(SEVERITIES), "never")


class _Group(click.Group):
    """Runs a command and turns every failure into one line on standard error and the documented exit code."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.Exit as stop:
            sys.exit(stop.exit_code)
        except (click.Abort, KeyboardInterrupt):
            _say("interrupted")
            sys.exit(EXIT_INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(EXIT_FAILURE)
        except LintnewsError as error:
            _say(str(error))
            sys.exit(EXIT_FAILURE)
        except BrokenPipeError:
            # Whoever read our output has gone; nothing more can be told to them.
            sys.stderr.close()
            sys.exit(EXIT_FAILURE)
        sys.exit(code if isinstance(code, int) else EXIT_CLEAN)


def _say(message: str) -> None:
    click.echo(f"lintnews: {message}", err=True)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lintnews")
def main() -> None:
    """Find what machine translation and synonym spinning broke in English news text."""


def _rule_options(command: Any) -> Any:
    for option in reversed(
        (
            click.option(
                "--select", multiple=True, metavar="RULE", help="Run only these: id, prefix*, tag or category."
            ),
            click.option("--extend-select", multiple=True, metavar="RULE", help="Run these as well."),
            click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these."),
            click.option("--rules", multiple=True, metavar="DIR", help="Also use the rule files in this folder."),
            click.option("--config", "config_path", metavar="FILE", help="Use this configuration file."),
            click.option("--isolated", is_flag=True, help="Use no configuration file."),
            click.option("--no-cache", is_flag=True, help="Compile the rules anew."),
        )
    ):
        command = option(command)
    return command


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "format_name", type=click.Choice(tuple(REPORTS)), default="full", help="How to report.")
@click.option("--fail-on", type=click.Choice(_FAIL_ON), help="Exit with 1 from this severity on (error).")
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Report nothing below (warning).")
@click.option("--min-confidence", type=click.Choice(CONFIDENCES), help="Report nothing below (low).")
@click.option("--output-file", metavar="FILE", help="Write the report there.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out files that match.")
@click.option("--force-exclude", is_flag=True, help="Leave them out even where they are named.")
@click.option("--encoding", metavar="NAME", help="The encoding of the files (utf-8).")
@click.option("--max-file-size", type=click.IntRange(1), metavar="MB", help="Refuse larger files (32).")
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="What to call standard input.")
@click.option("--duplicates-across-files", is_flag=True, help="Also report stories nearly the same as an earlier one.")
@click.option("--statistics", is_flag=True, help="Also count the findings of each rule.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Color the report.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is used.")
@_rule_options
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Check files, folders, or - for standard input.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 something could not be done, 130 interrupted.

    \b
    lintnews check news/                      a folder
    lintnews check --format jsonl news/a.txt  for programs
    lintnews check - < article.txt            standard input
    """
    from lintnews.files import discover

    config = _config(options)
    linter = _linter(config, options)
    if options["verbose"]:
        _say(f"version {__version__}, {len(linter.active)} rules, configuration: {config.path or 'none'}")
    active = linter.active  # a wrong rule file stops the run before anything is read
    targets = list(
        discover(
            [path for path in paths or (".",) if path != "-"],
            (*config.exclude, *options["exclude"]),
            force_exclude=options["force_exclude"],
        )
    )
    tally = _Tally()
    results = tally.count(_progress(_results(linter, config, targets, "-" in paths, options), len(targets)))
    report = Options(
        color=_wants_color(options), width=_width(), rules_digest=linter.book.digest if active else "", engines={}
    )
    _write(REPORTS[options["format_name"]](results, report), options["output_file"])
    if options["statistics"]:
        from lintnews.report import statistics

        for chunk in statistics.render(tally.counts, files=tally.files, words=tally.words):
            click.echo(chunk, nl=False, err=options["format_name"] in ("json", "jsonl"))
    if not options["quiet"]:
        _say(tally.summary())
    return exit_code(tally.severities, tally.problems, options["fail_on"] or config.fail_on)


class _Tally:
    """Counts results as they stream by, and tells problems at once."""

    def __init__(self) -> None:
        from collections import Counter

        self.counts: Counter[tuple[str, str]] = Counter()
        self.files = self.words = self.suppressed = self.problems = 0

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        for result in results:
            if result.problem:
                self.problems += 1
                _say(result.problem)
            else:
                self.files += 1
                self.words += result.words
                self.suppressed += result.suppressed
                self.counts.update((finding.rule, finding.severity) for finding in result.findings)
            yield result

    @property
    def severities(self) -> list[str]:
        return [severity for _, severity in self.counts]

    def summary(self) -> str:
        if not self.files and not self.problems:
            return "no files to check"
        by_severity = {
            name: sum(n for (_, severity), n in self.counts.items() if severity == name) for name in SEVERITIES
        }
        found = ", ".join(_plural(by_severity[name], name) for name in reversed(SEVERITIES) if by_severity[name])
        checked = f"{_plural(self.files, 'file')} checked: {found or 'nothing found'}"
        if self.suppressed:
            checked += f", {self.suppressed} suppressed"
        return checked + (f"; {_plural(self.problems, 'problem')}" if self.problems else "")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 or noun == "info" else "s")


def _results(
    linter: Linter, config: Config, targets: Sequence[Any], stdin: bool, options: dict[str, Any]
) -> Iterator[Result]:
    from lintnews.files import decode
    from lintnews.runner import lint_targets, lint_text
    from lintnews.stories import Stories

    stories = Stories() if options["duplicates_across_files"] else None
    encoding = options["encoding"] or config.encoding
    size = (options["max_file_size"] or config.max_file_size) * 1_000_000
    if stdin:
        name = options["stdin_filename"]
        try:
            text = decode(sys.stdin.buffer.read(), name, encoding)
        except LintnewsError as error:
            yield Result(path=name, problem=str(error))
        else:
            yield lint_text(linter, text, name, config.per_path_ignore, stories)
    yield from lint_targets(
        linter,
        targets,
        encoding=encoding,
        max_bytes=size,
        per_path_ignore=config.per_path_ignore,
        stories=stories,
    )


def _progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """Pass results on; where a terminal watches and the run takes longer than two seconds, show how far it is."""
    if total < 2 or not sys.stderr.isatty():
        yield from results
        return
    from time import monotonic

    begin = shown = monotonic()
    for done, result in enumerate(results, start=1):
        now = monotonic()
        if now - begin > 2 and now - shown > 0.1:
            shown = now
            filled = 30 * done // total
            click.echo(f"\r{'#' * filled}{'-' * (30 - filled)} {done:,} of {total:,} files\x1b[K", nl=False, err=True)
        if shown != begin and result.findings:
            click.echo("\r\x1b[K", nl=False, err=True)
        yield result
    if shown != begin:
        click.echo("\r\x1b[K", nl=False, err=True)


def _write(chunks: Iterable[str], output_file: str | None) -> None:
    if output_file is not None:
        from lintnews.files import write_atomically

        write_atomically(output_file, chunks)
        return
    # Texts hold every character there is; a terminal that lacks one must not stop the run.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    for chunk in chunks:
        sys.stdout.write(chunk)
    sys.stdout.flush()


def _wants_color(options: dict[str, Any]) -> bool:
    import os

    if options["color"] != "auto":
        return bool(options["color"] == "always")
    return not options["output_file"] and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def _width() -> int:
    import shutil

    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 160))


def _config(options: dict[str, Any]) -> Config:
    from lintnews import config

    if options["config_path"]:
        return config.load(Path(options["config_path"]))
    found = None if options["isolated"] else config.find(Path.cwd())
    return config.load(found) if found else Config()


def _linter(config: Config, options: dict[str, Any]) -> Linter:
    from lintnews.linter import Linter

    return Linter(
        rules=(*config.rules, *options["rules"]),
        default_rules=config.default_rules,
        select=options["select"] or config.select,
        extend_select=(*config.extend_select, *options["extend_select"]),
        ignore=(*config.ignore, *options["ignore"]),
        severity=config.severity,
        min_severity=options.get("min_severity") or config.min_severity,
        min_confidence=options.get("min_confidence") or config.min_confidence,
        cache=not options["no_cache"],
    )


@main.command()
@click.argument("rule_files", nargs=-1)
def test(rule_files: tuple[str, ...]) -> int:
    """Run the examples in rule files; without arguments, those of the rules that come with lintnews."""
    from lintnews import ruletest
    from lintnews.book import bundled_folder, compile_folders, shown_path
    from lintnews.rules import load_files, rule_paths

    bundled = bundled_folder()
    paths = [Path(path) for path in rule_files] or rule_paths(bundled)
    folders = [bundled, *(ruletest.default_folder_of(path) for path in paths)]
    outside = [folder for folder in dict.fromkeys(map(Path.resolve, folders)) if not folder.is_relative_to(bundled)]
    book = compile_folders([bundled, *outside])
    files = load_files(paths, {path: shown_path(path) for path in paths})
    failures = list(ruletest.run(files, book))
    for failure in failures:
        click.echo(f"{failure.path}:{failure.line}: rule {failure.rule}: {failure.message}")
    for news in ruletest.closed_gaps(files, book):
        click.echo(f"{news.path}:{news.line}: rule {news.rule}: {news.message}; make it a bad example")
    rules = [rule for file in files for rule in file.rules]
    free = ruletest.unanchored(book)
    if free:
        click.echo(f"without a literal to look for first: {len(free)} ({', '.join(free)})")
    examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
    click.echo(f"{_plural(len(rules), 'rule')}, {examples:,} examples: {_plural(len(failures), 'failure')}")
    return EXIT_FINDINGS if failures else EXIT_CLEAN


@main.command()
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", help="How to list.")
@_rule_options
def rules(format_name: str, **options: Any) -> int:
    """List the rules that would run."""
    linter = _linter(_config(options), options)
    active = sorted((compiled.rule for compiled in linter.active), key=lambda rule: rule.id)
    if format_name == "json":
        import json

        rows = [
            {
                "id": rule.id, "kind": rule.kind, "severity": rule.severity, "confidence": rule.confidence,
                "category": rule.category, "tags": list(rule.tags), "message": rule.message,
            }
            for rule in active
        ]  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return EXIT_CLEAN
    width = max((len(rule.id) for rule in active), default=0)
    for rule in active:
        click.echo(f"{rule.id:{width}}  {rule.severity:7}  {rule.confidence:6}  {rule.category}")
    return EXIT_CLEAN


@main.command()
@click.argument("rule_id", metavar="RULE")
@_rule_options
def explain(rule_id: str, **options: Any) -> int:
    """Tell everything known about one rule."""
    from lintnews.explain import explanation, find_rule

    config = _config(options)
    click.echo(explanation(find_rule(rule_id, (*config.rules, *options["rules"]))), nl=False)
    return EXIT_CLEAN


@main.command()
@click.argument("archive", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("--output", required=True, metavar="FILE", help="Write the rule file there.")
@click.option("--prefix", default="house", metavar="NAME", help="How the rule ids begin (house).")
@click.option("--min-count", type=click.IntRange(min=2), default=10, help="Learn what is said so often (10).")
@click.option(
    "--min-share", type=click.FloatRange(0.1, 1.0), default=0.8, help="How fixed a word in a formula must be (0.8)."
)
def learn(archive: tuple[str, ...], output: str, prefix: str, min_count: int, min_share: float) -> int:
    """Learn rules from folders of your own clean articles.

    Finds the terms and formulas your archive repeats, replaces single words in them as rewriting programs do, drops
    whatever the archive itself says, and writes a rule file for review.

    lintnews learn archive/ --output rules/house.yml
    """
    from lintnews.learn.run import learn_rules

    with click.progressbar(length=1000, label="learning", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        learned = learn_rules(
            archive, output, prefix=prefix, min_count=min_count, min_share=min_share,
            progress=lambda share: bar.update(int(1000 * share) - bar.pos),
        )  # fmt: skip
    _say(
        f"{_plural(learned.terms, 'term')} with {learned.forms:,} damaged forms from "
        f"{_plural(learned.articles, 'article')}, {learned.words:,} words: {output}"
    )
    return EXIT_CLEAN


@main.command()
@click.argument("what", type=click.Choice(("config", "rules", "findings")))
def schema(what: str) -> int:
    """Print the JSON schema of the configuration, of rule files, or of findings."""
    import json

    from lintnews import schema as schemas

    made = {"config": lambda: schemas.config(CONFIG_KEYS), "rules": schemas.rules, "findings": schemas.findings}
    click.echo(json.dumps(made[what](), ensure_ascii=False, indent=2))
    return EXIT_CLEAN
