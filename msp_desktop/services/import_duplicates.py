"""Whether a row of a file is in the dossier, or further up in the file: by name, profession and place, never by one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from msp_desktop.domain.imports import Act, Like, State
from msp_desktop.domain.inventory import Proximity
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.services.import_entries import (
    Entry,
    initials_fit,
    is_fuller,
    last_name_key,
    name_key,
    said_of,
    same_contact,
    same_first_name,
    what_differs,
    what_is_new,
    words_for,
)
from msp_desktop.services.import_words import already, completes, kept, namesake

#: Entries of one name that are compared: a hundred « Cabinet infirmier » are told apart by what is equal in all.
MOST = 50
#: What tells two entries of one name apart in each register.
_APART = {
    "professionals": ("profession",),
    "offers": ("kind",),
    "dynamics": ("kind", "who"),
    "needs": ("said_by", "public", "profession"),
    "opportunities": ("who", "profession"),
}


class Verdict(Struct, frozen=True):
    """What a row is to the entries known, why, and what is proposed."""

    state: State
    act: Act
    why: str = ""
    like: Like | None = None
    fills: Mapping[str, Any] = {}
    entry: Entry | None = None


class Known:
    """The entries known so far, found by their names."""

    def __init__(self, register: str, commune: str, entries: Iterable[Entry]) -> None:
        self._register = register
        self._commune = fold(commune)
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        self._by_key: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        self._whole: dict[frozenset[tuple[str, Any]], Entry] = {}
        self._meant: dict[int, Mapping[str, Any]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Add an entry: one of the dossier, or a row that will be added."""
        name = name_key(self._register, entry.values)
        self._by_name[name].append(entry)
        self._by_key[self._key(name, entry.values)].append(entry)
        last = last_name_key(self._register, entry.values)
        if last:
            self._by_last[last].append(entry)
        if entry.id >= 0:
            self._whole.setdefault(_all_of(entry.values), entry)

    def fill(self, entry: Entry, fills: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Complete an entry with what a row adds to it, so that the next rows are compared with all of it.

        The row's first name is whose « C. Martin » is: where that is Claude, it is not Cécile as well.
        """
        if is_fuller(values, entry.values):
            self._meant.setdefault(id(entry), values)
        if fills:
            entry.values.update(fills)
            self.add(entry)

    def look(self, values: Mapping[str, Any]) -> Verdict:
        """Return what a row is, by the values a new entry would have."""
        values = said_of(values)
        name = name_key(self._register, values)
        same = self._whole.get(_all_of(values))
        if same is not None:
            return Verdict(State.EXISTING, Act.LEAVE, already(self._like(same)), self._like(same))
        near = [*self._by_key.get(self._key(name, values), ())[:MOST], *self._by_name.get(name, ())[:MOST]]
        # One that a row has completed may be called otherwise since.
        named = [
            entry
            for entry in {id(entry): entry for entry in near}.values()
            if name_key(self._register, entry.values) == name
        ]
        fitting = [entry for entry in named if entry.id >= 0 and self._fits(values, entry.values)]
        for entry in fitting:
            if not what_is_new(values, entry.values) and not what_differs(values, entry.values):
                return Verdict(State.EXISTING, Act.LEAVE, already(self._like(entry)), self._like(entry))
        for entry in self._reached(values):
            if not what_is_new(values, entry.values) and not what_differs(values, entry.values):
                words = namesake(self._like(entry), same_contact(values, entry.values))
                return Verdict(State.DOUBTFUL, Act.COMPLETE, words, self._like(entry), {}, entry)
        if fitting:
            return self._of_fitting(values, fitting)
        close = self._close(values)
        if named:
            verdict = self._namesake(values, named)
            # « C. Martin » who answers Claude's telephone is rather Claude than the other C. Martin.
            return close if close and close.act is Act.COMPLETE and verdict.act is Act.ADD else verdict
        return close or Verdict(State.NEW, Act.ADD)

    def _of_fitting(self, values: Mapping[str, Any], fitting: list[Entry]) -> Verdict:
        reached = [entry for entry in fitting if same_contact(values, entry.values)]
        entry = (reached or fitting)[0]
        like, fills, against = self._like(entry), what_is_new(values, entry.values), what_differs(values, entry.values)
        if len(fitting) > 1 and len(reached) != 1:
            return Verdict(
                State.DOUBTFUL, Act.LEAVE, _("several have this name, and the file does not say which"), like, fills
            )
        if self._is_body(values) and not reached and (against or not self._same_place(values, entry.values)):
            return Verdict(State.DOUBTFUL, Act.ADD, namesake(like, ""), like, fills, entry)
        if fills:
            return Verdict(
                State.CHANGED,
                Act.COMPLETE,
                completes(self._register, like, fills) + kept(self._register, against, entry.values),
                like,
                fills,
                entry,
            )
        return Verdict(State.EXISTING, Act.LEAVE, already(like) + kept(self._register, against, entry.values), like)

    def _namesake(self, values: Mapping[str, Any], named: list[Entry]) -> Verdict:
        reached = next((entry for entry in named if same_contact(values, entry.values)), None)
        entry = reached or named[0]
        like, fills = self._like(entry), what_is_new(values, entry.values)
        hint = same_contact(values, entry.values)
        return Verdict(State.DOUBTFUL, Act.COMPLETE if reached else Act.ADD, namesake(like, hint), like, fills, entry)

    def _reached(self, values: Mapping[str, Any]) -> list[Entry]:
        """Return those of the same last name that are reached in the same way, or are in one place, and may be one person."""
        return [
            entry
            for entry in self._by_last.get(last_name_key(self._register, values), ())[:MOST]
            if entry.id >= 0
            and (same_contact(values, entry.values) or self._same_place(values, entry.values))
            and self._may_be(values, entry)
            and self._fits(values, entry.values)
        ]

    def _close(self, values: Mapping[str, Any]) -> Verdict | None:
        """Return what « Dr Martin » is to « Claude Martin »: perhaps the same, where the rest agrees."""
        for entry in self._by_last.get(last_name_key(self._register, values), ())[:MOST]:
            if not self._may_be(values, entry):
                continue
            hint = same_contact(values, entry.values)
            same_place = self._same_place(values, entry.values)
            alike = values.get("profession") == entry.values.get("profession") and self._fits(values, entry.values)
            if hint or alike:
                like = self._like(entry)
                words = namesake(like, hint)
                # Two telephones, two practices: rather two people.
                act = Act.COMPLETE if hint or (same_place and not what_differs(values, entry.values)) else Act.ADD
                return Verdict(State.DOUBTFUL, act, words, like, what_is_new(values, entry.values), entry)
        return None

    def _may_be(self, values: Mapping[str, Any], entry: Entry) -> bool:
        """Tell whether two first names may be one, and no other row has said whose the entry's is."""
        meant = self._meant.get(id(entry), values)
        return initials_fit(values, entry.values) and (same_first_name(values, meant) or initials_fit(values, meant))

    def _fits(self, values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
        """Tell whether nothing that tells entries of one name apart differs."""
        for field in _APART[self._register]:
            mine, theirs = values.get(field), known.get(field)
            if mine is not None and theirs is not None and fold(str(mine)) != fold(str(theirs)):
                return False
        mine, theirs = self._place(values), self._place(known)
        return not mine or not theirs or mine == theirs

    def _same_place(self, values: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
        return self._place(values) == self._place(known) != ""

    def _place(self, values: Mapping[str, Any]) -> str:
        """Return where an entry is, as places are compared; "" where nobody has said."""
        words = fold(str(values.get("town", ""))).partition(" cedex")[0].split()
        town = " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words if not _is_postcode(word))
        if town:
            return town
        return self._commune if values.get("place") == Proximity.HERE else ""

    def _key(self, name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
        return name, self._place(values), *(fold(str(values.get(field, ""))) for field in _APART[self._register])

    def _is_body(self, values: Mapping[str, Any]) -> bool:
        """Tell whether an entry has no name of its own but a body's, which many others may bear."""
        if self._register == "professionals":
            return not (values.get("last_name") or values.get("first_name"))
        return self._register == "offers"

    def _like(self, entry: Entry) -> Like:
        return Like(words_for(self._register, entry.values), entry.id, entry.line, entry.where)


def _is_postcode(word: str) -> bool:
    return len(word) == 5 and word.isdigit()


def _all_of(values: Mapping[str, Any]) -> frozenset[tuple[str, Any]]:
    return frozenset(values.items())
