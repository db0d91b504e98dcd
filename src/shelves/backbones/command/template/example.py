"""Asks my_component from Python, without its command line."""

# tsq: each paths
from pathlib import Path

# tsq: end
# tsq: slot names
from my_package.my_component import MyComponentRequest, run
# tsq: end
from my_package.my_output import render

# tsq: slot request
request = MyComponentRequest(source=Path("a/file"))
# tsq: end
print(render(run(request), as_json=False))
