"""The command line: a set of doors, one file a command."""
