"""A page of its own for the graph component: shows what a click and a double click bring back to Python."""

import streamlit as st

from ea_cockpit.i18n import Lang
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node
from ea_cockpit.ui.graph import dependency_graph

KINDS = (
    Kind("OrganisationUnit", "Organisationseinheit"),
    Kind("Application", "Applikation"),
    Kind("Interface", "Schnittstelle"),
    Kind("DataStore", "Datenbestand"),
    Kind("Hosting", "Betriebsumgebung"),
    Kind("BusinessCapability", "Geschäftsfähigkeit"),
    Kind("BusinessProcess", "Prozess"),
    Kind("Standard", "Standard"),
)
GROUPS = (
    Group("FD", "Finanzdepartement"),
    Group("STA", "Steueramt", "FD"),
    Group("BJD", "Bau- und Justizdepartement"),
    Group("AIO", "Amt für Informatik und Organisation"),
)
NODES = (
    Node("APP-1", "Steuerregister Natürliche Personen", "Application", "STA", note="Steueramt, produktiv"),
    Node("APP-2", "Veranlagung", "Application", "STA"),
    Node("APP-3", "Inkasso <script>alert(1)</script>", "Application", "FD"),
    Node("APP-4", "Baubewilligungen", "Application", "BJD"),
    Node("APP-5", "Grundbuch", "Application", "BJD"),
    Node("APP-6", "Archivportal", "Application"),
    Node("DB-1", "Personendaten", "DataStore", "STA"),
    Node("DB-2", "Grundstücke und Eigentum", "DataStore", "BJD"),
    Node("IF-1", "Meldung Handänderungen", "Interface"),
    Node("IF-2", "Abfrage Personen", "Interface"),
    Node("IF-3", "Rechnungsdatei", "Interface"),
    Node("HO-1", "Rechenzentrum Nord", "Hosting", "AIO"),
    Node("HO-2", "Datenbank-Cluster", "Hosting", "AIO"),
    Node("OE-1", "Steueramt", "OrganisationUnit"),
    Node("CAP-1", "Steuern veranlagen", "BusinessCapability"),
    Node("PRO-1", "Handänderung verarbeiten", "BusinessProcess"),
    Node("STD-1", "eCH-0020", "Standard"),
    Node("?APP-99", "APP-99", "Application", dashed=True),
)
PAIRS = (
    ("APP-5", "IF-1", "stellt bereit"), ("IF-1", "APP-1", "wird genutzt von"), ("IF-1", "APP-2", "wird genutzt von"),
    ("APP-1", "IF-2", "stellt bereit"), ("IF-2", "APP-4", "wird genutzt von"), ("IF-2", "APP-3", "wird genutzt von"),
    ("IF-2", "?APP-99", "wird genutzt von"), ("APP-2", "IF-3", "stellt bereit"), ("IF-3", "APP-3", "wird genutzt von"),
    ("DB-1", "APP-1", "gehalten von"), ("DB-2", "APP-5", "gehalten von"), ("APP-1", "HO-1", "betrieben auf"),
    ("APP-2", "HO-1", "betrieben auf"), ("DB-1", "HO-2", "betrieben auf"), ("DB-2", "HO-2", "betrieben auf"),
    ("HO-2", "HO-1", "Teil von"), ("OE-1", "APP-1", "verantwortet"), ("OE-1", "APP-2", "verantwortet"),
    ("APP-2", "CAP-1", "unterstützt"), ("APP-5", "PRO-1", "genutzt von"), ("IF-2", "STD-1", "entspricht"),
    ("APP-6", "DB-2", "liest"), ("APP-3", "APP-3", "hängt ab von"),
)  # fmt: skip
EDGES = tuple(Edge(f"{source}>{target}", source, target, label) for source, target, label in PAIRS)

st.set_page_config(page_title="Abhängigkeiten", layout="wide")
st.title("Abhängigkeiten")
lang: Lang = "en" if st.query_params.get("lang") == "en" else "de"
picture = GraphPicture(NODES, EDGES, GROUPS, KINDS)
limit = int(st.query_params.get("limit", "150"))
event = dependency_graph(picture.capped(limit, ("APP-1",)), key="graph", lang=lang, title="Musterkanton", height=560)
st.text(f"gewählt: {event.selected}")
st.session_state.setdefault("expanded", [])
if event.expanded:
    st.session_state.expanded.append(event.expanded)
st.text(f"erweitert: {', '.join(st.session_state.expanded)}")
st.button("Neu rechnen")
st.selectbox("Auswahl", ["A", "B"], index=None)
st.file_uploader("Arbeitsmappe")
