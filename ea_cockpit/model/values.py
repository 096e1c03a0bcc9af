"""The kinds of value a field may hold, each in the one form that survives a workbook, the graph and back."""

from __future__ import annotations

import datetime as dt
import re
import typing
import unicodedata
from enum import Enum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field

from ea_cockpit.i18n import Lang, Text

ValueKind = Literal["text", "list", "integer", "number", "money", "date", "yesno", "choice"]

# Excel's own limit for a cell; a longer text would be cut by it without a word.
LONGEST_TEXT = 32_767
# Beyond 15 digits Excel rounds; such a number would come back as another one.
LARGEST_NUMBER = 10**12
# What separates several values in one cell of the template.
SEPARATORS = re.compile(r"[;\n|]")
# Controls, and marks nobody sees: soft hyphens, zero-width blanks and joiners, directions of writing.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff"
    r"\ud800-\udfff]"
)
_ESCAPED = re.compile(r"_x00[01][0-9A-Fa-f]_")
_BLANKS = re.compile(r"[^\S\n]+")


class Choice(str, Enum):  # noqa: UP042  StrEnum has no room for the other spellings
    """A word from a closed list: stored value, German, English, then other spellings an import accepts."""

    text: Text
    words: tuple[str, ...]

    def __new__(cls, value: str, de: str, en: str, *words: str) -> Self:
        """Make one word of the list."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = Text(de, en)
        member.words = words
        return member

    def in_(self, lang: Lang) -> str:
        """The word as a reader of that language knows it."""
        return self.text.in_(lang)

    @classmethod
    def word(cls, value: str) -> Self:
        """The word with this stored value; ValueError where there is none."""
        return typing.cast("type[Enum]", cls)(value)  # type: ignore[return-value]

    @classmethod
    def spellings(cls) -> dict[str, Choice]:
        """Every accepted spelling, lower case, with the word it stands for."""
        return {
            spelling.casefold(): member
            for member in cls
            for spelling in (*member.words, member.value, member.text.en, member.text.de)
        }


def clean_text(value: Any) -> Any:
    """A text without invisible characters, stray blanks and Windows line ends; anything else as it is."""
    if not isinstance(value, str):
        return value
    # What most cells hold passes at once: printable (so no controls, line ends, special blanks) and well spaced.
    if value.isprintable() and "  " not in value and value.strip() == value and "_x00" not in value:
        return unicodedata.normalize("NFC", value)
    text = _ESCAPED.sub("", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\t", " ")))
    # Composed at the end: what stood between a letter and its accent may just have gone.
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def clean_list(value: Any) -> Any:
    """Several texts, each clean and once, in the order given."""
    if value is None:
        return ()
    parts = SEPARATORS.split(value) if isinstance(value, str) else [p for v in value for p in SEPARATORS.split(v)]
    return tuple(dict.fromkeys(part for part in map(clean_text, parts) if part))


def _not_empty(value: Any) -> Any:
    return None if value == "" else value


def _cents(value: float) -> float:
    # + 0.0 turns -0.0 into 0.0, which a workbook could not tell apart.
    return round(value, 2) + 0.0


def _plain_id(value: str) -> str:
    if not value or "\n" in value or SEPARATORS.search(value):
        raise ValueError("an id has one line, is not empty and holds none of ; |")
    return value


Id = Annotated[str, BeforeValidator(clean_text), Field(max_length=400), AfterValidator(_plain_id)]
TextValue = Annotated[str, BeforeValidator(clean_text), Field(max_length=LONGEST_TEXT)]
OptionalText = Annotated[TextValue | None, BeforeValidator(_not_empty), BeforeValidator(clean_text)]
TextList = Annotated[tuple[Annotated[str, Field(max_length=400)], ...], BeforeValidator(clean_list)]
Whole = Annotated[int, Field(ge=0, le=LARGEST_NUMBER)]
Scale = Annotated[int, Field(ge=1, le=5)]
Number = Annotated[float, Field(ge=0, le=LARGEST_NUMBER, allow_inf_nan=False), AfterValidator(_cents)]
Money = Annotated[Number, "CHF"]
Day = dt.date
