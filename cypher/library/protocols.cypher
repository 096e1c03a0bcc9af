// title: {de: Protokolle und Verschlüsselung, en: Protocols and encryption}
// group: interfaces
// question:
//   de: "Welche Protokolle sind im Einsatz, und wie viele Schnittstellen sind verschlüsselt?"
//   en: "Which protocols are in use, and how many interfaces are encrypted?"
// why:
//   de: "Zeigt, wo sich ein einziger Wechsel des Protokolls für viele lohnt."
//   en: Shows where one change of protocol pays for many.
// remedy:
//   de: "Unverschlüsselte Protokolle (FTP, HTTP) durch SFTP und HTTPS ersetzen."
//   en: "Replace unencrypted protocols (FTP, HTTP) by SFTP and HTTPS."
// params: {}
// returns: [protocol, interfaces, encrypted, unencrypted, unknown, modes]
// columns:
//   protocol: [Protokoll, Protocol]
//   interfaces: [Schnittstellen, Interfaces]
//   encrypted: [verschlüsselt, encrypted]
//   unencrypted: [unverschlüsselt, not encrypted]
//   unknown: [unbekannt, unknown]
//   modes: [Arten, Modes, Interface.mode]
MATCH (i:Interface)
WHERE NOT coalesce(i.status, '') IN ['planned', 'retired']
WITH i
ORDER BY i.mode
RETURN i.protocol AS protocol, count(i) AS interfaces, sum(CASE i.encrypted WHEN true THEN 1 ELSE 0 END) AS encrypted,
       sum(CASE i.encrypted WHEN false THEN 1 ELSE 0 END) AS unencrypted,
       sum(CASE WHEN i.encrypted IS NULL THEN 1 ELSE 0 END) AS unknown, collect(DISTINCT i.mode) AS modes
ORDER BY unencrypted DESC, interfaces DESC, protocol
