"""What hangs on what: networks of numbers read once, and the questions answered on them."""
