"""Standards as code: a rule language small enough to read aloud, and what it says of a landscape.

read -> rule (what is written) -> condition (what it means) -> judge (who is hit, who cannot be judged, why).
"""
