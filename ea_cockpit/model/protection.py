"""Words for the protection of data that several fact types share."""

from __future__ import annotations

from ea_cockpit.model.values import Choice


class Classification(Choice):
    """Who may see something (information protection ordinance of the canton or federation)."""

    PUBLIC = "public", "Öffentlich", "Public"
    INTERNAL = "internal", "Intern", "Internal", "nur intern", "interner Gebrauch"
    CONFIDENTIAL = "confidential", "Vertraulich", "Confidential"
    SECRET = "secret", "Geheim", "Secret"


class PersonalData(Choice):
    """Whether data speaks of persons, in the terms of data protection law."""

    NONE = (
        "none", "Keine", "None", "nein", "no", "kein", "keine Personendaten", "keine PD", "aucune"
    )  # fmt: skip
    PERSONAL = (
        "personal", "Personendaten", "Personal", "ja", "yes", "normal", "PD", "personenbezogen",
        "Personendaten (normal)", "normale Personendaten", "données personnelles"
    )  # fmt: skip
    SENSITIVE = (
        "sensitive", "Besonders schützenswert", "Sensitive", "BSP", "besonders schützenswerte Personendaten",
        "besonders schützenswerte", "bes. schützenswert", "sensibles"
    )  # fmt: skip


class Need(Choice):
    """How much protection is needed."""

    LOW = "low", "Tief", "Low", "niedrig", "gering", "1", "klein", "faible", "unkritisch"
    NORMAL = "normal", "Normal", "Normal", "mittel", "2", "medium", "moyen", "moyenne"
    HIGH = "high", "Hoch", "High", "3", "gross", "élevé", "élevée", "kritisch", "critical"
    VERY_HIGH = "very_high", "Sehr hoch", "Very high", "4", "höchst", "sehr gross", "sehr kritisch", "très élevé"
