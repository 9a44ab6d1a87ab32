"""What the expressions tied to an event say of its time: bounds in a frame, and their anchor."""
