"""Where the cockpit listens: this machine only, the port asked for or a free one, and clear words when it cannot."""

from __future__ import annotations

import errno
import socket

import pytest

from ea_cockpit.ui.serve import CannotListen, PortTaken, listen
from ea_cockpit.ui.streamlit_config import streamlit_options


def test_a_taken_port_is_named_with_the_way_out() -> None:
    with listen("127.0.0.1", 0) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(PortTaken) as taken:
            listen("127.0.0.1", port)
    assert str(port) in taken.value.fault("de")
    assert "--port" in taken.value.way_out("de")
    assert taken.value.exit_status == 2


def test_without_a_port_a_free_one_is_found() -> None:
    with listen("127.0.0.1", None) as first, listen("127.0.0.1", None) as second:
        ports = {first.getsockname()[1], second.getsockname()[1]}
        assert len(ports) == 2
        assert first.getsockname()[0] == second.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "port"), [("no such host.invalid", 8501), ("127.0.0.1", 70000), ("203.0.113.1", 8501)]
)
def test_an_address_that_is_not_ours_is_refused_plainly(host: str, port: int) -> None:
    with pytest.raises(CannotListen) as refused:
        listen(host, port)
    assert f"{host}:{port}" in refused.value.message("de")


def test_the_socket_listens_from_the_start() -> None:
    with listen("127.0.0.1", 0) as listening, socket.socket() as caller:
        assert caller.connect_ex(listening.getsockname()) in (0, errno.EINPROGRESS)


def test_nothing_calls_out_and_nothing_is_told_about_the_inside() -> None:
    options = streamlit_options("127.0.0.1", 8501)
    assert options["browser.gatherUsageStats"] is False
    assert options["client.showErrorDetails"] == "none"
    assert options["server.enableAgentApi"] is False
    assert options["server.allowedHosts"] == ["127.0.0.1", "localhost", "::1"]


def test_on_a_server_any_name_may_lead_here() -> None:
    assert "server.allowedHosts" not in streamlit_options("0.0.0.0", 8501)  # noqa: S104


def test_every_option_is_known_to_streamlit() -> None:
    from streamlit import config

    known = config.get_config_options()
    assert {name for name in streamlit_options("127.0.0.1", 1) if name not in known} == set()
