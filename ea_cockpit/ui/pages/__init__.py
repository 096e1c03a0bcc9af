"""The pages of the cockpit; dropping a module in adds its page."""
