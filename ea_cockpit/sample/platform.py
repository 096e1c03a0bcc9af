"""What an application runs on and is built with: servers at home, clouds at home and abroad, and the usual stacks."""

from __future__ import annotations

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.hosting import hosts, is_windows

_WINDOWS = {
    ".NET Framework 4.5": 2, ".NET Framework 4.8": 18, "DotNet 4.8": 1, ".NET 6": 5, ".NET 8": 12, "Java 8": 5,
    "Java 17": 5, "Visual Basic 6": 1, "Delphi 7": 1, "Java 11": 3,
}  # fmt: skip
_LINUX = {
    "Java 8": 9, "Java 11": 8, "Java 17": 14, "Java 21": 9, "PHP 7.4": 3, "PHP 8.3": 5, "Python 3.8": 1,
    "Python 3.12": 3, ".NET 8": 3,
}  # fmt: skip
_FRONT = {"Angular 12": 3, "Angular 19": 5, "Adobe Flash Player": 0.5, "Elasticsearch 7": 1, "Elasticsearch 8": 2}


def give_platform(draft: Draft, row: Row) -> None:
    """Choose hosting and technologies that go together."""
    if row["kind"] == "desktop_tool":
        _desktop(draft, row)
    elif row["sourcing"] == "saas":
        own = [k for k in hosts(draft, "cloud") if draft.of("Hosting")[k]["operated_by"] == row.get("supplied_by")]
        row["hosted_on"] = own[:1] or [
            draft.pick({key: draft.of("Hosting")[key]["_weight"] for key in hosts(draft, "cloud")})
        ]
    else:
        _servers(draft, row)


def _desktop(draft: Draft, row: Row) -> None:
    row["hosted_on"] = [hosts(draft, "file")[0]]
    if row["name"].startswith("Access"):
        row["built_with"] = [draft.by_name("Technology")["Microsoft Access 2016"]]
        row["product"], row["version"] = "Microsoft Access", "2016"
    else:
        row["product"] = "Microsoft Excel"


def _servers(draft: Draft, row: Row) -> None:
    if row["kind"] != "register" and draft.chance(0.05):
        bought = [k for k in hosts(draft, "cloud") if draft.of("Hosting")[k]["kind"] in ("iaas", "paas")]
        row["hosted_on"] = [draft.rng.choice(bought)]
        row["built_with"] = _stack(draft, windows=False, front=row["kind"] == "portal")
        return
    servers = hosts(draft, "app")
    first = draft.rng.choice(servers)
    row["hosted_on"] = [first]
    if row["criticality"] == "very_high" and draft.chance(0.5):
        # Two servers in the two data centres: the loss of one is no outage.
        others = [
            s
            for s in servers
            if _centre(draft, s) != _centre(draft, first) and is_windows(draft, s) == is_windows(draft, first)
        ]
        row["hosted_on"] += [draft.rng.choice(others)] if others else []
    row["built_with"] = _stack(draft, is_windows(draft, first), front=row["kind"] == "portal")


def _centre(draft: Draft, server: str) -> str:
    rows = draft.of("Hosting")
    return str(rows[rows[server]["part_of"][0]]["part_of"][0])


def _stack(draft: Draft, windows: bool, front: bool) -> list[str]:
    technologies = draft.by_name("Technology")
    language = draft.pick(_WINDOWS if windows else _LINUX)
    names = [language]
    if "NET" in language or "DotNet" in language:
        names += ["Microsoft IIS 10"] if windows and draft.chance(0.7) else []
    elif language.startswith("Java") and draft.chance(0.7):
        old = language in ("Java 8", "Java 11")
        names.append(
            draft.pick(
                {"Apache Tomcat 8.5": 4, "Apache Tomcat 9": 6}
                if old
                else {"Apache Tomcat 9": 4, "Apache Tomcat 10.1": 6}
            )
        )
    if front or draft.chance(0.15):
        names.append(draft.pick(_FRONT))
    return [technologies[name] for name in names]
