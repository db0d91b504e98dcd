"""Runs the program by its module: `python -m my_package`."""

from my_package.my_cli import main

if __name__ == "__main__":
    main()
