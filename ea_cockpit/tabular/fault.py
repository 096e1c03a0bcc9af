"""Why the operating system refused a file, in words."""

from __future__ import annotations

import errno

from ea_cockpit.i18n import Text

_WORDS = {
    errno.ENOENT: Text("Datei oder Ordner gibt es nicht", "there is no such file or folder"),
    errno.EACCES: Text("keine Berechtigung", "permission denied"),
    errno.EPERM: Text("keine Berechtigung", "permission denied"),
    errno.EISDIR: Text("das ist ein Ordner", "it is a folder"),
    errno.ENOTDIR: Text("der Ordner ist keiner", "the folder is none"),
    errno.ENOSPC: Text("der Datenträger ist voll", "the disk is full"),
    errno.EROFS: Text("der Datenträger ist schreibgeschützt", "the disk is read-only"),
}


def in_words(fault: OSError) -> Text:
    """The reason in both languages; the system's own words where it is a rare one."""
    rare = fault.strerror or type(fault).__name__
    return _WORDS.get(fault.errno or 0, Text(rare, rare))
