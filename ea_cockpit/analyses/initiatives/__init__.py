"""Where initiatives get in each other's way: what they change, what they wait for, what they introduce."""
