"""Measures the time from a command line to its answer, within one process."""

from timeit import repeat

from typer.testing import CliRunner

from my_package.my_cli import app

ROUNDS = 5
TIMES = 20
# tsq: slot asked
ASKED = ["my-component", "a/file"]
# tsq: end


def ask() -> None:
    """Ask once; a time counts only if there was an answer."""
    asked = CliRunner().invoke(app, ASKED)
    if asked.exit_code != 0:
        raise SystemExit(asked.stderr)


def main() -> None:
    """Print the time of the fastest round: whatever else the machine does slows the others."""
    seconds = min(repeat(ask, number=TIMES, repeat=ROUNDS))
    print(f"{1000 * seconds / TIMES:.1f} ms from the command line to the answer")


if __name__ == "__main__":
    main()
