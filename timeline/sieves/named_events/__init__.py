"""What is counted from an event: who names it, which event of the text that is, and the value."""
