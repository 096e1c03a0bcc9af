// title: {de: Offene Verweise, en: Open references}
// question:
//   de: Welche Einträge nennen einen Partner, den der Katalog nicht kennt?
//   en: Which entries name a partner the catalogue does not know?
// why:
//   de: Ein offener Verweis ist eine Abhängigkeit, die keine Auswertung sieht.
//   en: An open reference is a dependency no analysis can see.
// remedy:
//   de: Den fehlenden Eintrag importieren oder den Verweis an seiner Quelle berichtigen; der Rest geschieht von selbst.
//   en: Import the missing entry or correct the reference at its source; the rest happens by itself.
// params: {}
// returns: [label, id, name, link, text]
MATCH (n:Fact)
WHERE n._open_count > 0
UNWIND n._open AS kept
WITH n, split(kept, '=')[0] AS link, kept
RETURN [label IN labels(n) WHERE label <> 'Fact'][0] AS label, n.id AS id, n.name AS name, link,
       substring(kept, size(link) + 1) AS text
ORDER BY label, id, link, text
