"""Fields whose text means a value: a date, an hour, a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction
from typing_extensions import override

from msp_desktop.domain.typed import clean_text, not_a_date
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import decimal, euros, number
from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.typed import Toward, WrongWeekdayError, parse_clock, parse_date, parse_minutes, parse_whole
from msp_desktop.i18n import _, language
from msp_desktop.ui.drafts import NotUnderstood
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.calendar import Calendar, widest_date
from msp_desktop.ui.widgets.line_button import LineButton
from msp_desktop.ui.widgets.line_field import LineField


class ParsedField(LineField):
    """Emit `request_value(value)` for what is understood; mark the rest with a sentence and write nothing.

    `marked(sentence)` tells of the mark; empty when it goes.
    """

    request_value = Signal(object)
    marked = Signal(str)

    def __init__(
        self,
        name: str,
        parse: Callable[[str], Any],
        shown: Callable[[Any], str],
        wrong: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent=parent)
        self._parse, self._shown, self._wrong = parse, shown, wrong
        self.value: Any = None
        self._typing.limited = False
        self.request_write.connect(self._read)
        self.textChanged.connect(self._on_text)

    def show_typed(self, value: Any) -> None:
        """Show a stored value."""
        self.show_stored(value)

    @override
    def value_of(self, words: Any) -> Any:
        try:
            return self._parse(clean_text(words))
        except ValueError as error:
            raise NotUnderstood(self._why(error)) from None

    @override
    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        if not anew and value == self.value and (self.hasFocus() or self.property("wrong")):
            # « 12/5 » stays as typed until the field is left: one may be going on with « /2027 ».
            # What is not understood stays, with its mark, until it is put right.
            return
        self.value = value
        self.show_wrong("")
        if self.hasFocus() and self._means(value):
            self._typing.kept = self._cleaned()  # what stands there now: undo must not take it for what it brings back
        else:
            self._show(self._words_for(value), anew=anew)

    def forget(self) -> None:
        """Drop what is typed and not understood: another record is about to be shown."""
        if self.property("wrong"):
            self.show_wrong("")
            self.setText(self._typing.kept)

    def pick(self, value: Any) -> None:
        """Take a value chosen rather than typed (in a calendar, a list), and write it at once."""
        if self.isReadOnly():
            return
        if self.binding is not None:
            self.setText(self._words_for(value))
            self.binding.typed()
            self.binding.settle()
        elif value != self.value:
            self.value = value
            self.show_wrong("")
            self.show_value(self._words_for(value))
            self.request_value.emit(value)

    def _means(self, value: Any) -> bool:
        try:
            return bool(self._parse(self._cleaned()) == value)
        except ValueError:
            return False

    def _words_for(self, value: Any) -> str:
        return self._shown(value) if value is not None else ""

    def _why(self, _error: ValueError) -> str:
        """Return the sentence for what the parser refused."""
        return self._wrong

    def _on_text(self) -> None:
        if self.binding is None and self.property("wrong") and not self._typing.waiting():
            self.show_wrong("")  # what is kept stands there again: nothing is left to write

    @override
    def show_wrong(self, sentence: str) -> None:
        before = self.toolTip()
        super().show_wrong(sentence)
        if before != self.toolTip():
            self.marked.emit(sentence)

    def _read(self, text: str) -> None:
        try:
            value = self._parse(text)
        except ValueError as error:
            self.show_wrong(self._why(error))
            return
        self.show_wrong("")
        if value != self.value:
            self.value = value
            self.request_value.emit(value)
        self._typing.kept = text
        if not self.hasFocus():
            self.show_value(self._words_for(value))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasFocus() and not self.property("wrong") and not self.waiting():
            self._show(self._words_for(self.value), anew=True)


class DateField(ParsedField):
    """A date as people type it, with a calendar one click (or Alt+Down) away.

    `toward` is where the year is looked for when it is not typed; `past` refuses the days to come, `needed` to have none.
    """

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        toward: Toward = Toward.AHEAD,
        past: bool = False,
        needed: bool = False,
    ) -> None:
        late = _("Write a day that has come, today at the latest, as 12/05/2026 or 12 May.")

        def read(text: str) -> date | None:
            day = parse_date(text, today(), Toward.BEHIND if past else toward)
            if (past and day is not None and day > today()) or (needed and day is None):
                raise ValueError(text)
            return day

        super().__init__(
            name,
            read,
            lambda value: medium_date(value, language()).replace("\u00a0", " "),
            late if past else not_a_date(ValueError()),
            parent,
        )
        self._today, self._past = today, past
        self.toward = Toward.BEHIND if past else toward
        #: The commune's department, whose public holidays the calendar shows; « » where it is not known.
        self.department: Callable[[], str] = lambda: ""
        room = QFontMetrics(theme().font()).horizontalAdvance(widest_date())
        self.setFixedWidth(max(theme().px(148), room + theme().px(52)))
        self._button = QAction(icon("calendar", "ink2"), _("Choose in a calendar"), self)
        self._button.setShortcut("Alt+Down")
        self._button.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._button.triggered.connect(self._open_calendar)
        LineButton(self._button, self)

    def meant(self) -> date | None:
        """Return the day that stands in the field, written or not; None where there is none, or it is not understood."""
        try:
            day: date | None = self._parse(self._cleaned())
        except ValueError:
            return None
        return day

    @override
    def _why(self, error: ValueError) -> str:
        return not_a_date(error) if isinstance(error, WrongWeekdayError) else self._wrong

    def _open_calendar(self) -> None:
        if self.isReadOnly():
            return
        day = self.value or self._today()
        menu = QMenu(self)
        calendar = Calendar(menu, self.department())
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)

        if self._past:
            now = self._today()
            calendar.setMaximumDate(QDate(now.year, now.month, now.day))

        def chosen(picked: QDate) -> None:
            self.pick(date(picked.year(), picked.month(), picked.day()))

        calendar.clicked.connect(chosen)
        calendar.activated.connect(chosen)
        QTimer.singleShot(0, calendar.view(), calendar.view().setFocus)
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()


class ClockField(ParsedField):
    """An hour: « 18 h 30 »."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            name,
            parse_clock,
            lambda value: clock(value).replace("\u00a0", " "),
            _("This hour is not understood: write it as 18:30."),
            parent,
        )
        self.setFixedWidth(theme().px(84))


class NumberField(ParsedField):
    """A number with its unit shown after it: minutes, hours, kilometres.

    With a `span` it is needed, and between these two.
    """

    def __init__(
        self,
        name: str,
        unit: str,
        parent: QWidget | None = None,
        *,
        width: int = 92,
        whole: bool = False,
        span: tuple[int, int] | None = None,
    ) -> None:
        parse = _parse_number(unit, whole)

        def within(text: str) -> float | int | None:
            value = parse(text)
            if span is not None and (value is None or not span[0] <= value <= span[1]):
                raise ValueError(text)
            return value

        wrong = _("A number is expected here.")
        if span is not None:
            wrong = _("Write a number from {least} to {most}.").format(least=span[0], most=span[1])

        def shown(value: float) -> str:
            return euros(int(value)) if unit == "€" else f"{decimal(float(value))} {unit}".strip()

        super().__init__(name, within, shown, wrong, parent)
        self.setFixedWidth(theme().px(width))


class WholeField(ParsedField):
    """A whole number with its unit, thousands apart: « 12 500 € »; nothing typed is no number."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None, *, most: int, least: int = 0) -> None:
        def read(text: str) -> int | None:
            value = parse_whole(text.strip().removesuffix(unit))
            if value is not None and not least <= value <= most:
                raise ValueError(text)
            return value

        wrong = _("Write a whole number from {least} to {most}.").format(least=number(least), most=number(most))
        super().__init__(name, read, lambda value: f"{number(value)}\u00a0{unit}".strip(), wrong, parent)


def _parse_number(unit: str, whole: bool) -> Callable[[str], float | int | None]:
    def parse(text: str) -> float | int | None:
        if unit == "min":
            return parse_minutes(text)
        words = "".join(text.replace(unit, "").replace(",", ".").split())
        if not words:
            return None
        value = float(words)
        if not 0 <= value < 1_000_000:
            raise ValueError(text)
        if whole and value != int(value):
            raise ValueError(text)
        return int(value) if whole else value

    return parse
