"""Says what is installed, and what hinders it here: `python -m my_package`."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.metadata import version
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end

from my_package.my_diagnostics import Outcome, diagnose

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the version and one line for each finding; end with 1 if anything hinders the package.

    Args:
        arguments: What was typed, by default behind the name of the module.
    """
    parser = ArgumentParser(
        prog="python -m my_package", description="Say which version this is, and what hinders it."
    )
    release = f"my-package {version('my-package')}"
    parser.add_argument("--version", action="version", version=release)
    # tsq: if configuration: files, combination
    parser.add_argument("settings", nargs="?", type=Path, help="A file of settings to look at too.")
    findings = diagnose(parser.parse_args(arguments).settings)
    # tsq: else
    parser.parse_args(arguments)
    findings = diagnose()
    # tsq: end
    lines = [release, *(f"{each.code}: {each.outcome}, {each.detail}" for each in findings)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if any(each.outcome is Outcome.FAILED for each in findings):
        sys.exit(1)


if __name__ == "__main__":
    main()
