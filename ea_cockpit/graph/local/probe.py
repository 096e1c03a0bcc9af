"""Whether a Neo4j 5 answers at an address; if not, why, in the user's words."""

from __future__ import annotations

from neo4j import GraphDatabase, RoutingControl
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from ea_cockpit.errors import GraphTrouble
from ea_cockpit.graph.address import GraphAddress, without_secrets
from ea_cockpit.graph.trouble import NotNeo4j5, Unreachable, WrongPassword


def reach(address: GraphAddress, seconds: float = 15) -> str:
    """The version of the Neo4j 5 that answers a query at the address."""
    try:
        with GraphDatabase.driver(
            address.uri,
            auth=address.auth,
            connection_timeout=seconds,
            connection_acquisition_timeout=2 * seconds,
            max_transaction_retry_time=0,
            telemetry_disabled=True,
        ) as driver:
            answer = driver.execute_query("RETURN 1", database_=address.database, routing_=RoutingControl.READ)
    except (DriverError, Neo4jError, ValueError, OSError) as fault:
        raise in_words(fault, address) from fault
    product, _, version = (answer.summary.server.agent or "?").partition("/")
    if product != "Neo4j" or version.partition(".")[0] != "5":
        raise NotNeo4j5(uri=without_secrets(address.uri), found=f"{product} {version}")
    return version


def in_words(fault: Exception, address: GraphAddress) -> GraphTrouble:
    """What the driver says about a connection, as the trouble it is to the user."""
    uri = without_secrets(address.uri)
    code = fault.code or "" if isinstance(fault, Neo4jError) else ""
    if isinstance(fault, AuthError) or (isinstance(fault, ClientError) and ".Security." in code):
        return WrongPassword(uri=uri, user=address.user)
    return Unreachable(uri=uri, why=str(fault).partition("\n")[0][:300])
