"""Texts in German and English: the pair kept beside a declaration, and gettext for what pages and commands say."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from babel.messages import mofile, pofile

Lang = Literal["de", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages, kept where the thing it names is declared."""

    de: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in the language asked for."""
        return self.de if lang == "de" else self.en

    def format(self, **values: object) -> Text:
        """Both languages with their `{placeholders}` filled; `Text` values are filled in their own language."""

        def fill(lang: Lang) -> str:
            own = {key: value.in_(lang) if isinstance(value, Text) else value for key, value in values.items()}
            return self.in_(lang).format(**own)

        return Text(fill("de"), fill("en"))


@cache
def translations(lang: Lang) -> gettext.NullTranslations:
    """The gettext catalogue of a language; English is the language of the sources and needs none."""
    # Compiled here, not at build time: the .po stays the only file to edit, and 20 ms once is no cost.
    source = files("ea_cockpit") / "locale" / lang / "LC_MESSAGES" / "ea_cockpit.po"
    if not source.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    mofile.write_mo(compiled, pofile.read_po(io.BytesIO(source.read_bytes()), locale=lang))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def translator(lang: Lang) -> Callable[[str], str]:
    """The `_` of a language: English source text in, text of that language out."""
    return translations(lang).gettext
