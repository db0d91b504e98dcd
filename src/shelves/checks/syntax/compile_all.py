"""Compile files without running them: paths as a JSON list in argv[1], results as JSON into argv[2]."""

import json
import sys
import warnings


def problem(path: str) -> "dict[str, object] | None":
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        return {"path": path, "line": None, "column": None, "message": f"cannot be read: {error.strerror}"}
    try:
        compile(source, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"path": path, "line": error.lineno, "column": error.offset, "message": error.msg}
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return {"path": path, "line": None, "column": None, "message": f"cannot be compiled: {error}"}
    return None


def main() -> None:
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        wanted = json.load(file)
    problems = [found for path in wanted["paths"] if (found := problem(path)) is not None]
    answer = {
        "nonce": wanted["nonce"],
        "python": sys.version.split()[0],
        "compiled": len(wanted["paths"]),
        "problems": problems,
    }
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(answer, file)


main()
