"""The address in the settings: which are understood, and what is said of the others."""

from __future__ import annotations

import pytest

from ea_cockpit.graph.address import SCHEMES, GraphAddress, named_address
from ea_cockpit.graph.trouble import NoPassword, UnknownScheme
from ea_cockpit.settings import Settings


def settings(uri: str | None, **more: object) -> Settings:
    return Settings.model_validate({"neo4j_uri": uri, "neo4j_password": "s3cret", **more})


def test_no_address_means_the_local_server() -> None:
    assert named_address(settings(None)) is None


@pytest.mark.parametrize("scheme", SCHEMES)
def test_known_schemes(scheme: str) -> None:
    address = named_address(settings(f"{scheme}://graph.example:7687"))
    assert isinstance(address, GraphAddress)
    assert (address.uri, address.auth) == (f"{scheme}://graph.example:7687", ("neo4j", "s3cret"))


@pytest.mark.parametrize(
    "uri", ["http://graph.example:7474", "graph.example:7687", "localhost", "bolt://", "bolt+x://h"]
)
def test_unknown_schemes(uri: str) -> None:
    with pytest.raises(UnknownScheme) as trouble:
        named_address(settings(uri))
    for lang in ("de", "en"):
        assert all(part in trouble.value.message(lang) for part in (uri, "EA_COCKPIT_NEO4J_URI", *SCHEMES))


def test_a_password_is_needed() -> None:
    with pytest.raises(NoPassword) as trouble:
        named_address(settings("bolt://graph.example", neo4j_password=None))
    assert "EA_COCKPIT_NEO4J_PASSWORD" in trouble.value.message("de")


def test_secrets_are_shown_nowhere() -> None:
    address = named_address(settings("bolt://graph.example"))
    assert "s3cret" not in f"{address!r} {address}"
    with pytest.raises(UnknownScheme) as trouble:
        named_address(settings("https://me:hidden@graph.example"))
    assert "hidden" not in trouble.value.message("de")
