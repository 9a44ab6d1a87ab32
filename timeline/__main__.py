"""`python -m timeline` is the command `timeline`."""

from .cli.main import main

if __name__ == "__main__":
    main()
