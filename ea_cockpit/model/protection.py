"""Words for the protection of data that several fact types share."""

from __future__ import annotations

from ea_cockpit.model.values import Choice


class Classification(Choice):
    """Who may see something (information protection ordinance of the canton or federation)."""

    PUBLIC = "public", "Öffentlich", "Public"
    INTERNAL = "internal", "Intern", "Internal"
    CONFIDENTIAL = "confidential", "Vertraulich", "Confidential"
    SECRET = "secret", "Geheim", "Secret"


class PersonalData(Choice):
    """Whether data speaks of persons, in the terms of data protection law."""

    NONE = "none", "Keine", "None", "nein", "no"
    PERSONAL = "personal", "Personendaten", "Personal", "ja", "yes", "normal"
    SENSITIVE = "sensitive", "Besonders schützenswert", "Sensitive", "BSP", "besonders schützenswerte Personendaten"


class Need(Choice):
    """How much protection is needed."""

    LOW = "low", "Tief", "Low", "niedrig", "gering", "1"
    NORMAL = "normal", "Normal", "Normal", "mittel", "2"
    HIGH = "high", "Hoch", "High", "3"
    VERY_HIGH = "very_high", "Sehr hoch", "Very high", "4"
