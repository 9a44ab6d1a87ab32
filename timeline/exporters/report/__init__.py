"""What the HTML report is made of: its data as JSON tables, and the page that shows them."""
