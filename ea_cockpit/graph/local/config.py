"""How the local Neo4j is set up: for this machine alone, closed to everything an import does not need."""

from __future__ import annotations

import os
from pathlib import Path

import psutil

GB = 1024**3
MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"

# Strict validation makes Neo4j refuse a name it does not know, so a typing error here cannot open what it should close.
CONF = """\
server.config.strict_validation.enabled=true
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
# LOAD CSV reads files and addresses even in a read-only query: both are closed.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
server.memory.pagecache.size=128m
db.logs.query.enabled=OFF
server.logs.gc.enabled=false
# A quarter of a gigabyte set aside per database would be more than most inventories take.
db.tx_log.preallocate=false
# Stopping waits for connections that might still come: ten seconds for nothing on a loopback address.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=2
internal.server.bolt.thread_pool_shutdown_wait_time=1s
db.tx_log.rotation.retention_policy=256M size
"""

JVM = """\
-Xms256m
-Xmx{heap}
-XX:+UseSerialGC
-XX:+ExitOnOutOfMemoryError
-Dfile.encoding=UTF-8
-Djava.awt.headless=true
-Dlog4j2.disable.jmx=true
-Dio.netty.tryReflectionSetAccessible=true
--add-opens=java.base/java.nio=ALL-UNNAMED
--add-opens=java.base/java.io=ALL-UNNAMED
--add-opens=java.base/sun.nio.ch=ALL-UNNAMED
"""


def heap_for(memory: int) -> str:
    """A quarter of the machine, between two gigabytes and four: an import is one transaction, held in memory."""
    return f"{min(max(memory // 4, 2 * GB), 4 * GB) // (1024 * 1024)}m"


def write_config(home: Path, port: int, jars: tuple[Path, ...], jvm_options: tuple[str, ...] = ()) -> Path:
    """Writes Neo4j's settings and the arguments of its Java; returns the file of arguments."""
    conf = home / "conf"
    for folder in (conf, home / "logs", home / "run"):
        folder.mkdir(parents=True, exist_ok=True)
    (conf / "neo4j.conf").write_text(CONF.format(port=port), "utf-8")
    arguments = home / "run" / "java.args"
    heap = heap_for(psutil.virtual_memory().total)
    own = "".join(f"{option}\n" for option in jvm_options)
    main = f"{MAIN_CLASS}\n--home-dir={_quoted(home)}\n--config-dir={_quoted(conf)}\n"
    text = f"{JVM.format(heap=heap)}{own}-cp\n{_quoted(*jars)}\n{main}"
    arguments.write_text(text, "locale")  # Java reads it in the encoding of the machine
    return arguments


def _quoted(*paths: Path) -> str:
    """Paths as Java's argument files want them: one quoted word, backslashes doubled."""
    joined = os.pathsep.join(str(path) for path in paths)
    return '"' + joined.replace("\\", "\\\\").replace('"', '\\"') + '"'
