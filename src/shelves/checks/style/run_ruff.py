"""Run the environment's own Ruff twice, lint and format, and write what both said as JSON into argv[2]."""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(sys.executable)
# Ruff's own variables could take its rules away.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("RUFF_")}


def ruff(program: str, *args: str) -> "dict[str, object]":
    done = subprocess.run(
        [program, *args], capture_output=True, text=True, encoding="utf-8", check=False, env=ENVIRONMENT
    )
    try:
        found = json.loads(done.stdout)
    except ValueError:
        found = None
    for each in found or []:
        each["filename"] = os.path.relpath(each["filename"])
    return {"exit": done.returncode, "found": found, "stderr": done.stderr[-600:]}


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        wanted = json.load(file)
    program = next(
        (path for name in ("ruff", "ruff.exe") if os.path.exists(path := os.path.join(HERE, name))),
        None,
    )
    answer: "dict[str, object]" = {"nonce": wanted["nonce"], "missing": program is None}
    if program is not None:
        common = ("--no-cache", "--output-format", "json", "--no-respect-gitignore", "--extend-exclude", ".trysquare", ".")
        answer["lint"] = ruff(program, "check", "--no-fix", *common)
        answer["format"] = ruff(program, "format", "--check", *common)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(answer, file)


main()
