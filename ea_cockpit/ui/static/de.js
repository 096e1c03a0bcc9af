// German for the texts Streamlit 1.67 brings itself.
export const TEXTS = {
  'Choose an option': 'Auswählen', 'Choose options': 'Auswählen', 'Select all': 'Alle auswählen', 'No results': 'Keine Treffer',
  'No options to select': 'Keine Auswahl vorhanden', 'No options to select.': 'Keine Auswahl vorhanden.', 'Clear value': 'Wert löschen', 'Clear selection': 'Auswahl aufheben', 'Clear all': 'Alle entfernen',
  Upload: 'Datei wählen', 'file upload': 'Datei wählen', 'Browse files': 'Datei wählen', 'Drag and drop file here': 'Datei hierher ziehen',
  'Drag and drop files here': 'Dateien hierher ziehen', 'Remove file': 'Datei entfernen',
  'Press Enter to apply': 'Mit Enter anwenden', 'Press Enter to submit form': 'Mit Enter absenden',
  'Sort ascending': 'Aufsteigend sortieren', 'Sort descending': 'Absteigend sortieren', 'Pin column': 'Spalte fixieren',
  'Unpin column': 'Fixierung aufheben', 'Hide column': 'Spalte ausblenden', Autosize: 'Breite anpassen', Automatic: 'Automatisch',
  'Show/hide columns': 'Spalten ein-/ausblenden', Search: 'Suchen', 'Type to search': 'Suchbegriff eingeben',
  'Download as CSV': 'Als CSV herunterladen', 'Show data': 'Daten anzeigen', empty: 'leer',
  Fullscreen: 'Vollbild', 'Close fullscreen': 'Vollbild schliessen', 'Exit fullscreen': 'Vollbild schliessen',
  'Skip to main content': 'Zum Inhalt springen', 'Main menu': 'Menü', Print: 'Drucken', Rerun: 'Neu laden', Theme: 'Farbschema', Settings: 'Einstellungen',
  About: 'Über', Stop: 'Anhalten', 'Running...': 'Wird berechnet …', 'View more': 'Mehr anzeigen', 'View less': 'Weniger anzeigen',
  'Expand sidebar': 'Seitenleiste einblenden', 'Collapse sidebar': 'Seitenleiste ausblenden', Close: 'Schliessen', Copied: 'Kopiert',
  'Copy to clipboard': 'In die Zwischenablage kopieren', 'Page not found': 'Seite nicht gefunden', Connecting: 'Verbindung wird aufgebaut', 'Connection error': 'Verbindungsfehler',
  'Link to heading': 'Link zur Überschrift', Previous: 'Zurück', Next: 'Weiter',
  'Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:': 'Läuft das Cockpit noch? Falls es beendet wurde, starten Sie es im Terminal neu:',
};
export const PATTERNS = [
  [/^(?:Limit )?(\d+)MB per file(.*)$/, 'max. $1 MB pro Datei$2'],
  [/^File must be (\d+)\.?\d*MB or smaller\.$/, 'Die Datei darf höchstens $1 MB gross sein.'],
  [/^Showing page (\d+) of (\d+)$/, 'Seite $1 von $2'],
];
