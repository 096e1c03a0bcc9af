"""The pages of the cockpit; dropping a module with a `PAGE` in adds its page.

Not called `pages`: Streamlit takes a folder of that name beside its script for pages of its own kind.
"""
