# tsq: slot docstring
"""My Package."""
# tsq: end

from importlib.metadata import version
# tsq: slot imports

from my_package.config import Settings
# tsq: end

# tsq: slot all
__all__ = ["Settings", "__version__"]
# tsq: end

__version__ = version("my-package")
