"""Run the tests of a project against functions that return nothing, and what passes once more against ones that raise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRATCH = Path(__file__).resolve().parent


def run(orders: "dict[str, Any]", mode: str, into: str, targets: "list[str]") -> "dict[str, Any] | None":
    wanted = {"mode": mode, "into": into, "nonce": orders["nonce"], "packages": orders["packages"]}
    (SCRATCH / "stub-orders.json").write_text(json.dumps(wanted), encoding="utf-8")
    ended = subprocess.run(  # noqa: S603 - the interpreter of the environment, with arguments of ours
        [sys.executable, "-P", "-m", "pytest", *orders["args"], *targets],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
    )
    try:
        told: "dict[str, Any]" = json.loads((SCRATCH / into).read_text(encoding="utf-8"))
    except FileNotFoundError:
        print(f"pytest ended with {ended.returncode} and told nothing", file=sys.stderr)
        return None
    return told


def main() -> int:
    given = SCRATCH / "prove.json"
    orders = json.loads(given.read_text(encoding="utf-8"))
    given.unlink()
    first = run(orders, "nothing", "nothing.json", orders["targets"])
    if first is None:
        return 2
    still = [test["id"] for test in first["tests"] if test["outcome"] == "passed" and test["met"] and test["expects"]]
    again = run(orders, "raising", "raising.json", still) if still else {"tests": []}
    answer = {"nonce": orders["nonce"], "first": first, "again": again}
    (SCRATCH / "proof.json").write_text(json.dumps(answer), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
