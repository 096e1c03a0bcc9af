"""Writes the list of jars a Neo4j Community consists of, with the SHA-256 of each: run by whoever raises its version.

    python tools/neo4j_jars.py 5.26.30

Resolved by jgo from Maven Central for Linux, macOS and Windows alike; the result is committed and read at every start.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Artifact, MavenContext, PythonResolver
from jgo.maven._profile import ProfileConstraints

TARGET = Path(__file__).resolve().parents[1] / "ea_cockpit" / "graph" / "neo4j_jars.sha256"
PLATFORMS = (("Linux", "unix", "amd64"), ("Mac OS X", "mac", "aarch64"), ("Windows 11", "windows", "amd64"))


def resolve(version: str, platform: tuple[str, str, str], cache: Path) -> dict[str, Artifact]:
    """The jars of one platform, by their path in a Maven repository."""
    name, family, arch = platform
    constraints = ProfileConstraints(os_name=name, os_family=family, os_arch=arch)
    context = MavenContext(resolver=PythonResolver(profile_constraints=constraints), repo_cache=cache)
    neo4j = context.project("org.neo4j", "neo4j").at_version(version).artifact()
    _, nodes = context.resolver.get_dependency_list([context.create_dependency(f"org.neo4j:neo4j:{version}")])
    wanted = [neo4j, *(node.dep.artifact for node in nodes if node.dep.scope in ("compile", "runtime"))]
    return {(a.component.path_prefix / a.filename).as_posix(): a for a in wanted if a.packaging == "jar"}


def sum_of(artifact: Artifact) -> str:
    """The SHA-256 of a jar, fetched if need be."""
    return hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()


def main(version: str) -> None:
    """Resolves on every platform, insists on one answer, writes it."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(8) as pool:
        first, *others = [resolve(version, platform, Path(folder)) for platform in PLATFORMS]
        for other in others:
            if odd := set(first) ^ set(other):
                sys.exit(f"The platforms differ, the list cannot be one: {sorted(odd)}")
        sums = list(pool.map(sum_of, first.values()))
    lines = sorted((f"{digest}  {path}\n" for path, digest in zip(first, sums, strict=True)), key=lambda s: s[66:])
    TARGET.write_text("".join(lines), encoding="ascii", newline="\n")
    print(f"{len(lines)} jars of Neo4j {version} -> {TARGET.name}")


if __name__ == "__main__":
    main(sys.argv[1])
