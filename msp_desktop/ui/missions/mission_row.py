"""One mission of a sheet: a box, its words, a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Mission, MissionView
from msp_desktop.i18n import _
from msp_desktop.services import missions as service
from msp_desktop.ui.forms.field import Field, line
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import IconButton
from msp_desktop.ui.widgets.labels import SMALL, Label
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.shown import shows
from msp_desktop.ui.workspace import Workspace


class MissionRow(QWidget):
    """Keep, reword, move, bring back one mission; while it is reworded a line stands in place of its words."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._mission: MissionView | None = None
        self._before = ""
        self._box = QCheckBox()
        self._box.setFixedWidth(theme().px(22))
        self._box.clicked.connect(lambda on: workspace.attempt(service.keep_mission, self._shown().id, on))
        self._words = Label("", wrap=True)
        self._reworded = Label(_("reworded"), factor=SMALL, tone="soft")
        self._form: Form | None = None
        self._more = IconButton(_("Change"), "down")
        self._more.clicked.connect(self._open_menu)
        self._box.setMinimumHeight(self._more.sizeHint().height())  # level with the words
        lock(workspace, self._box, self._more)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._reworded)
        self._layout.addWidget(self._more)

    def show_mission(self, mission: MissionView) -> None:
        """Show the mission as it is now."""
        self._mission = mission
        self._box.setChecked(mission.kept)
        self._box.setAccessibleName(mission.text)
        shows(self._box, Mission, mission.id, "text", "theme")
        self._words.setText(mission.text)
        self._words.set_tone("" if mission.kept else "soft")
        self._reworded.setVisible(mission.reworded)
        self._more.say(_("More about: {mission}").format(mission=mission.text), _("Reword, move…"))
        if self._form is not None:
            self._form.show_record(mission)

    def menu(self) -> QMenu:
        """Return what one may do with the mission."""
        mission, attempt = self._shown(), self._workspace.attempt
        menu = QMenu(self)
        menu.addAction(_("Reword")).triggered.connect(self.reword)
        if mission.reworded:
            back = menu.addAction(_("Bring the method's words back"))
            back.triggered.connect(lambda: attempt(service.reword_mission, mission.id, text=""))
        menu.addAction(_("Move up")).triggered.connect(lambda: attempt(service.move_mission, mission.id, -1))
        menu.addAction(_("Move down")).triggered.connect(lambda: attempt(service.move_mission, mission.id, 1))
        if mission.own:
            menu.addAction(_("Delete")).triggered.connect(lambda: attempt(service.delete_mission, mission.id))
        return menu

    def reword(self) -> None:
        """Put the keyboard in a line with the words; Enter or leaving it keeps them, Escape gives the old ones back."""
        if self._form is None:
            words = _("Words of the mission")
            self._form = Form(self._workspace, Mission, _reword, [Field("text", words, line(), bare=True)], self)
            self._layout.insertWidget(1, self._form, 1)
            self._line().editingFinished.connect(self._leave)
        self._form.show_record(self._shown())
        self._before = self._shown().text
        self._words.hide()
        self._form.show()
        self._line().setFocus(Qt.FocusReason.OtherFocusReason)
        self._line().selectAll()

    def _leave(self) -> None:
        if self._form is None or not self._form.isVisible() or self._line().waiting():
            return
        stays = self._line().hasFocus()
        self._words.show()
        if stays:
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))
        menu.deleteLater()

    def _shown(self) -> MissionView:
        assert self._mission is not None
        return self._mission

    def _line(self) -> LineField:
        assert self._form is not None
        editor = self._form.editor("text")
        assert isinstance(editor, LineField)
        return editor

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form is not None and self._line().hasFocus():
            edited = self._line()
            if edited.binding is not None:
                edited.binding.put_back(self._before)
            self._leave()
            return
        super().keyPressEvent(event)


def _reword(store: Store, mission_id: int, change: Change[Mission]) -> None:
    service.reword_mission(store, mission_id, change.values["text"])
