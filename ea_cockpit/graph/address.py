"""Where the graph is: an address with user and password, from the settings or from the local server."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr

from ea_cockpit.graph.trouble import NoPassword, UnknownScheme
from ea_cockpit.settings import Settings

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class GraphAddress:
    """All a driver needs to reach the graph; the password shows in no log and no repr."""

    uri: str
    user: str
    password: SecretStr
    database: str | None = None

    @property
    def auth(self) -> tuple[str, str]:
        """User and password as the driver takes them."""
        return self.user, self.password.get_secret_value()


def named_address(settings: Settings) -> GraphAddress | None:
    """The server the settings name, or None when they leave it to the local one."""
    if not settings.neo4j_uri:
        return None
    parts = urlsplit(settings.neo4j_uri)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise UnknownScheme(uri=without_secrets(settings.neo4j_uri), schemes=", ".join(SCHEMES))
    if settings.neo4j_password is None:
        raise NoPassword(uri=without_secrets(settings.neo4j_uri))
    return GraphAddress(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, settings.neo4j_database)


def without_secrets(uri: str) -> str:
    """An address fit for a message: a user or password someone wrote into it is left out."""
    head, slashes, rest = uri.partition("://")
    return f"{head}{slashes}{rest.rpartition('@')[2]}"
