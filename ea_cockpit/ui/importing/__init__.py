"""The steps of an import in the cockpit: files, columns, findings, changes, import."""
