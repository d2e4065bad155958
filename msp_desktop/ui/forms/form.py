"""A form made from its declaration: laid out, named, bound, ordered in one place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget, QWidgetItem
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change, changes
from msp_desktop.formats.typed import Toward
from msp_desktop.ui.forms.binding import Binding, Editor
from msp_desktop.ui.forms.field import Field, fitted
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.folding import BESIDE, UNDER
from msp_desktop.ui.widgets.in_layout import in_layout
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.tab_order import set_tab_order
from msp_desktop.ui.widgets.tick_field import TickField
from msp_desktop.ui.widgets.working_day import WorkingDay
from msp_desktop.ui.workspace import Workspace

#: Above this text size the fields of a row go one under the other.
LARGE_SCALE = 1.3

#: What stands on one row: a field, several side by side, or what is no field (a heading, a row of buttons).
Row = Field | QWidget | QLayout | tuple[Field | QWidget, ...]


class Form(QWidget):
    """Show and write one record at a time.

    `kind` is its record class (or several, where a view shows more than one); every attribute is checked against it.
    `write(store, key, Change(kind, attribute=value))` is the service; `key` the record's id unless `show_record` is given
    another. The rows are in reading order, which is also the order of Tab. Narrower than `fold_under`, in pixels at 100 %,
    what stands side by side stands one under the other.
    """

    def __init__(
        self,
        workspace: Workspace,
        kind: type[Any] | tuple[type[Any], ...],
        write: Callable[[Store, Any, Change[Any]], object],
        rows: Sequence[Row],
        parent: QWidget | None = None,
        *,
        spacing: int = 10,
        fold_at: float = LARGE_SCALE,
        fold_under: int = 0,
    ) -> None:
        super().__init__(parent)
        self._kinds: tuple[type[Any], ...] = kind if isinstance(kind, tuple) else (kind,)
        self._workspace, self._write = workspace, write
        self._beside = row if theme().scale <= fold_at else column
        self._bindings: dict[str, Binding] = {}
        self._fold_under = theme().px(fold_under)
        self._folding: list[QBoxLayout] = []
        self.setLayout(column(*(self._row(entry) for entry in rows), spacing=spacing))
        set_tab_order(self)

    def show_record(self, record: Any, *others: Any, key: Hashable = None) -> None:
        """Show a record (and those beside it); None shows empty fields, which write under `key`."""
        shown, kind = (record, *others), self._kinds[0].__name__
        own = key if key is not None else getattr(record, "id", 0)
        for attribute, binding in self._bindings.items():
            holder = next((part for part in shown if hasattr(part, attribute)), None)
            binding.show(kind, own, getattr(holder, attribute, None))

    def editor(self, attribute: str) -> QWidget:
        """Return the widget of a field."""
        return cast(QWidget, self._bindings[attribute].editor)

    def focus_first(self, *, empty: bool = False) -> None:
        """Put the keyboard on the first field, or on the first that is empty where there is one."""
        order = [self.editor(attribute) for attribute in self._bindings]
        bare = [widget for widget in order if empty and not cast(Editor, widget).words()]
        (bare or order)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, entry: Row) -> QWidget | QLayout:
        if isinstance(entry, tuple):
            return self._side_by_side(entry)
        return self._field(entry) if isinstance(entry, Field) else entry

    def _side_by_side(self, parts: tuple[Field | QWidget, ...]) -> QLayout:
        """Return fields beside one another: those of one width keep it, the others share the room left."""
        made = [self._row(part) for part in parts]
        box = self._beside(*made, spacing=12)
        wide = [not isinstance(part, Field) or not _is_fixed(self.editor(part.attribute)) for part in parts]
        if self._beside is row:
            self._folding.append(box)
            for index, stretches in enumerate(wide):
                box.setStretch(index, int(stretches))
            if not any(wide):
                box.addStretch(1)
        return box

    def _field(self, field: Field) -> QLayout:
        known = {name for kind in self._kinds for name in _attributes(kind)}
        assert field.attribute in known, f"{field.attribute} is no attribute of {self._kinds[0].__name__}"
        assert field.attribute not in self._bindings, f"{field.attribute} stands twice in a form"
        widget = fitted(field.editor(field.label, self._workspace), field.width)
        if self._workspace.read_only:
            _lock(widget)
        self._bindings[field.attribute] = Binding(
            self._workspace.drafts, cast(Editor, widget), field.attribute, field.label, self._store
        )
        items: list[QWidget] = [widget]
        if not (field.bare or isinstance(widget, TickField)):
            # Where its editor may be narrow, a long label takes a second line instead of the room of its neighbours.
            words = Label(field.label, tone="soft", wrap=not _is_fixed(widget))
            words.setBuddy(widget)
            items.insert(0, words)
        if isinstance(widget, DateField) and widget.toward is Toward.AHEAD:
            items.append(WorkingDay(widget, self._workspace.today, widget.department))
        if field.hint:
            widget.setAccessibleDescription(field.hint)
            widget.setProperty("hint", field.hint)
            items.append(hint(field.hint))
        box = column(*items, spacing=4)
        if _is_fixed(widget):
            box.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(0)
        return box

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if not (self._fold_under and self._folding):
            return least
        parts = [part for box in self._folding for part in in_layout(box)]
        return QSize(max(_least_width(part) for part in parts), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = UNDER if self.width() < self._fold_under else BESIDE
        for box in self._folding if self._fold_under else ():
            if box.direction() is not wanted:
                box.setDirection(wanted)
                self.updateGeometry()

    def _store(self, key: Any, attribute: str, value: Any) -> object:
        (change,) = changes(self._kinds, {attribute: value})
        return self._workspace.attempt(self._write, key, change)


def _is_fixed(widget: QWidget) -> bool:
    """Tell whether an editor has one width."""
    return widget.minimumWidth() == widget.maximumWidth()


def _least_width(part: QWidget | QLayout) -> int:
    """Return how narrow what stands in a layout may be."""
    return (part if isinstance(part, QLayout) else QWidgetItem(part)).minimumSize().width()


def _attributes(kind: type[Any]) -> Sequence[str]:
    """Return the names of a record's fields."""
    return kind.__struct_fields__  # type: ignore[no-any-return]


def _lock(widget: QWidget) -> None:
    """Let nobody type in a dossier that can only be read."""
    if hasattr(widget, "setReadOnly"):
        widget.setReadOnly(True)
    else:
        widget.setEnabled(False)
