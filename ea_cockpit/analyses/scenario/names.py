"""Finds the facts a scenario names: by id, `Type:id` or name; what is not known gets the nearest name proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ea_cockpit.analyses.scenario.faults import StepFault
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.scenario_apply import Bench
from ea_cockpit.graph.scenario_read import called, known_words
from ea_cockpit.i18n import Text
from ea_cockpit.naming.nearest import did_you_mean


@dataclass(slots=True)
class Names:
    """The names in the graph as it is at this step, and those that went with earlier ones."""

    bench: Bench
    gone: dict[Key, tuple[FactRef, int]] = field(default_factory=dict)

    def all_of(self, texts: Sequence[str], place: str, labels: Sequence[str] = ()) -> tuple[FactRef, ...]:
        """The facts named, each once."""
        return tuple(dict.fromkeys(self.one(text, place, labels) for text in texts))

    def one(self, text: str, place: str, labels: Sequence[str] = ()) -> FactRef:
        """The one fact of these types (none: any) that is meant."""
        found = called(text, self.bench.metamodel, self.bench.tx)
        fitting = [ref for ref in found if ref.label in labels] if labels else found
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            listed = ", ".join(ref.key for ref in fitting[:5])
            fault = Text("«{text}» steht für mehrere Einträge.", "'{text}' stands for several entries.")
            raise StepFault(
                place, fault.format(text=text), Text(f"Nennen Sie einen: {listed}.", f"Name one: {listed}.")
            )
        raise self._unknown(text, place, labels, found)

    def _unknown(self, text: str, place: str, labels: Sequence[str], others: Sequence[FactRef]) -> StepFault:
        wanted = text.rpartition(":")[2].strip().casefold()
        for fact, number in self.gone.values():
            if wanted in (fact.id.casefold(), fact.title.casefold()):
                fault = Text("«{text}» ist seit Schritt {number} weg.", "'{text}' is gone since step {number}.")
                hint = Text("Stellen Sie die Schritte um.", "Put the steps in another order.")
                return StepFault(place, fault.format(text=text, number=number), hint)
        kinds = [self.bench.metamodel[label] for label in labels]
        de, en = (", ".join(kind.title.in_(lang) for kind in kinds) for lang in ("de", "en"))
        if others:
            found = others[0]
            fault = Text(
                "«{text}» ist vom Typ {type}, verlangt ist: {wanted}.",
                "'{text}' is of type {type}, asked is: {wanted}.",
            )
            is_a = self.bench.metamodel[found.label].title
            hint = Text("Nennen Sie einen Eintrag dieses Typs.", "Name an entry of that type.")
            return StepFault(place, fault.format(text=text, type=is_a, wanted=Text(de, en)), hint)
        words = known_words(labels or [kind.label for kind in self.bench.metamodel], self.bench.tx)
        fault = Text("«{text}» ist kein bekannter Eintrag.", "'{text}' is no known entry.")
        spelled = Text(
            "Schreiben Sie die ID mit dem Typ davor, zum Beispiel Application:APP-1.",
            "Write the id with the type before it, for example Application:APP-1.",
        )
        hint = did_you_mean(text.rpartition(":")[2].strip() or text, words, spelled)
        return StepFault(place, fault.format(text=text), hint)
