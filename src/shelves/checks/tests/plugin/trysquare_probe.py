"""Tell Trysquare from inside the run what was executed.

The run's name (a nonce) is read and its file deleted while pytest starts, before any file of the project is
loaded, so that no file is left from which the project could learn it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import NoReturn

SCRATCH = Path(__file__).resolve().parent
LONGEST_MESSAGE = 400


def take_orders() -> "dict[str, Any] | None":
    orders = SCRATCH / "orders.json"
    try:
        read: "dict[str, Any]" = json.loads(orders.read_text(encoding="utf-8"))
        orders.unlink()
    except FileNotFoundError:
        # A worker of pytest-xdist: its controller reports for it.
        return None
    return read


def short(text: str) -> str:
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return " ".join(lines)[:LONGEST_MESSAGE]


def relative(path: str) -> str:
    try:
        return Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path


def crash_of(report: Any, own: str) -> "tuple[int | None, str]":
    """Find the line in the test's own file, and the assertion's words."""
    longrepr = report.longrepr
    message = getattr(getattr(longrepr, "reprcrash", None), "message", None) or str(longrepr)
    entries = getattr(getattr(longrepr, "reprtraceback", None), "reprentries", [])
    places = [place for entry in entries if (place := getattr(entry, "reprfileloc", None)) is not None]
    lines = [place.lineno for place in places if relative(place.path) == own]
    return (lines[-1] if lines else None), short(message)


def is_own(path: str) -> bool:
    """Tell the project's files from its environment, which may lie among them, and from what is no file."""
    whole = Path.cwd() / path
    return not Path(path).is_absolute() and whole.is_file() and not whole.is_relative_to(Path(sys.prefix).resolve())


def is_source(path: str) -> bool:
    """Tell what is tested from what tests it."""
    name = path.rsplit("/", 1)[-1]
    tests = name == "conftest.py" or name.startswith("test_") or name.endswith("_test.py")
    return not tests and not path.startswith("tests/")


def causes_of(failure: BaseException, otherwise: str) -> "list[dict[str, Any]]":
    """Tell what could not be loaded, the cause first: a source that a conftest.py imports before the conftest.py."""
    told = failure_of(failure, otherwise)
    entries = [(relative(entry.filename), entry.lineno) for entry in traceback.extract_tb(failure.__traceback__)]
    own = [place for place in entries if is_own(place[0])]
    path, line = own[-1] if own else (otherwise, None)
    if path == told["path"] or not is_source(path):
        return [told]
    message = short(f"{type(failure).__name__}: {failure}, when {told['path']} imports it")
    return [{"path": path, "message": message, "line": line, "exits": not isinstance(failure, Exception)}, told]


def failure_of(failure: BaseException, otherwise: str) -> "dict[str, Any]":
    """Tell which file could not be loaded, and whether it was that file itself which would have ended the run."""
    entries = [(relative(entry.filename), entry.lineno) for entry in traceback.extract_tb(failure.__traceback__)]
    # The first is what pytest loaded, the last is who gave up.
    own = [place for place in entries if is_own(place[0])]
    path = own[0][0] if own else otherwise
    last, line = own[-1] if own else (otherwise, None)
    exits = not isinstance(failure, Exception) and last == path
    message = f"{type(failure).__name__}: {failure}" + ("" if exits or line is None else f" at {last}:{line}")
    return {"path": path, "message": short(message), "line": line if exits else None, "exits": exits}


class Progress:
    """Keeps on the disk what is being done: of an interpreter that is ended from within nothing else is left.

    Without the run's name, which no file may hold: whoever forges this is blamed for nothing better.
    """

    def __init__(self) -> None:
        self.process = os.getpid()

    def at(self, path: str, test: "str | None" = None, line: "int | None" = None, by: str = "") -> None:
        # A child that a test started has a life, and an end, of its own.
        if os.getpid() != self.process:
            return
        doing = {"path": path, "test": test, "line": line, "by": by}
        (SCRATCH / "doing.json").write_text(json.dumps(doing), encoding="utf-8")

    def watch(self) -> None:
        """Have `os._exit` tell who calls it; nothing else of Python ends an interpreter without a word."""
        end = os._exit

        def telling(status: int) -> "NoReturn":
            try:
                entries = [(relative(entry.filename), entry.lineno) for entry in traceback.extract_stack()]
                own = [place for place in entries if is_own(place[0])]
                if own:
                    path, line = own[-1]
                    self.at(path, None, line, f"os._exit({status!r})")
            finally:
                end(status)

        os._exit = telling


class Probe:
    def __init__(self, orders: "dict[str, Any]") -> None:
        self.nonce = orders["nonce"]
        self.collected = 0
        self.deselected = 0
        self.seen: "set[str]" = set()
        self.tests: "dict[str, dict[str, Any]]" = {}
        self.errors: "list[dict[str, Any]]" = []
        self.raised: "dict[str, str]" = {}

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        # Told before any option or hook of the project can take the test away again.
        self.seen.add(item.nodeid)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.collected = max(self.collected, len(session.items))

    def pytest_deselected(self, items: "list[pytest.Item]") -> None:
        self.deselected += len(items)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> "Generator[None, Any, Any]":
        """Have a file that would end the run when it is loaded fail like any other that cannot be."""
        if isinstance(collector, pytest.File):
            PROGRESS.at(collector.nodeid)
        try:
            return (yield)
        except (SystemExit, KeyboardInterrupt) as failure:
            told = failure_of(failure, collector.nodeid.split("::")[0])
            return pytest.CollectReport(told["path"], "failed", told["message"], [], told=told)

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            message = short(last_line(str(report.longrepr)))
            plain = {"path": report.nodeid.split("::")[0], "message": message, "line": None, "exits": False}
            self.errors.append(getattr(report, "told", plain))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        PROGRESS.at(nodeid.split("::")[0], nodeid)

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_call(self, item: pytest.Item) -> "Generator[None, object, object]":
        """Keep what a test raised, before any hook of the project can make something else of it."""
        try:
            return (yield)
        except BaseException as failure:
            self.raised[item.nodeid] = short(f"{type(failure).__name__}: {failure}")
            raise

    def pytest_runtest_logreport(self, report: Any) -> None:
        known = self.tests.setdefault(
            report.nodeid, {"outcome": "none", "duration": 0.0, "line": None, "message": ""}
        )
        known["duration"] += report.duration
        own = report.nodeid.split("::")[0]
        if report.failed:
            known["outcome"] = "failed" if report.when == "call" else "error"
            known["line"], known["message"] = crash_of(report, own)
            if known["line"] is None and report.location[1] is not None:
                known["line"] = report.location[1] + 1
        elif report.skipped:
            known["outcome"] = "xfailed" if hasattr(report, "wasxfail") else "skipped"
        elif report.when == "call" and report.nodeid in self.raised:
            known["outcome"] = "failed"
            known["message"] = f"a hook reports that it passed, and it raised {self.raised[report.nodeid]}"
        elif report.when == "call":
            known["outcome"] = "xpassed" if hasattr(report, "wasxfail") else "passed"

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        self.tell(int(exitstatus))

    def tell(self, exitstatus: int) -> None:
        unrun = Counter(name.split("::")[0] for name in self.seen if name not in self.tests)
        answer = {
            "nonce": self.nonce,
            "exit": exitstatus,
            "collected": self.collected,
            "deselected": self.deselected,
            "unrun": unrun,
            "errors": self.errors,
            "tests": [{"id": name, **told} for name, told in self.tests.items()],
        }
        (SCRATCH / "tests.json").write_text(json.dumps(answer), encoding="utf-8")


def last_line(text: str) -> str:
    telling = [line for line in text.splitlines() if line.startswith("E ")]
    return telling[-1][2:] if telling else text


@contextmanager
def limited(seconds: float, name: str) -> "Iterator[None]":
    """Stop a test that takes too long, where the system has a timer that can interrupt it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        pytest.fail(f"{name} took longer than {seconds:g} s", pytrace=False)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def contained(name: str) -> "Iterator[None]":
    """Have a test that would end the whole run fail instead: it must not keep the others from running."""
    try:
        yield
    except (KeyboardInterrupt, pytest.exit.Exception) as failure:
        pytest.fail(f"{name} would have ended the whole run: {type(failure).__name__} {failure}", pytrace=False)


class Limits:
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> "Generator[None, object, object]":
        with limited(self.seconds, f"the setup of {item.name}"), contained(f"the setup of {item.name}"):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> "Generator[None, object, object]":
        with limited(self.seconds, item.name), contained(item.name):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> "Generator[None, object, object]":
        with limited(self.seconds, f"the teardown of {item.name}"), contained(f"the teardown of {item.name}"):
            return (yield)


ORDERS = take_orders()
PROGRESS = Progress()
if ORDERS is not None:
    PROGRESS.watch()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> "Generator[None, object, object]":
    """Name the conftest.py that cannot be loaded: pytest ends before anything else could tell of it."""
    try:
        return (yield)
    except (Exception, SystemExit, KeyboardInterrupt) as failure:
        causes = causes_of(getattr(failure, "cause", failure), str(getattr(failure, "path", "")))
        if ORDERS and all(told["path"] for told in causes):
            probe = Probe(ORDERS)
            probe.errors.extend({**told, "path": relative(told["path"])} for told in causes)
            probe.tell(int(pytest.ExitCode.USAGE_ERROR))
        raise


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(
        Limits(float(os.environ.get("TRYSQUARE_TEST_SECONDS", "60"))), "trysquare-limits"
    )
    if ORDERS is not None:
        config.pluginmanager.register(Probe(ORDERS), "trysquare-results")
        ORDERS.clear()
