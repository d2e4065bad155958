"""A new dossier in four steps; only the commune is needed, everything can be filled in later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from msp_desktop import fleet
from msp_desktop.domain.commune import Commune, Round
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.services.dossiers import PROPOSED_START, commune_from, starts_late
from msp_desktop.services.letterhead import given_picture, read_picture
from msp_desktop.ui.dialogs.asking import Keep, fields_of, leave_all_the_same, show_words, words_of
from msp_desktop.ui.dialogs.find_commune import FindCommune
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, page_title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import TextArea
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.widgets.sizes import FORM, FRAME_HEIGHT, FRAME_WIDTH, sized
from msp_desktop.ui.widgets.tip import show_tip

#: What is chosen and not typed, among the words that are kept.
_COMMUNE, _ROUND, _WHEN, _STEP, _PICTURE = "@commune", "@round", "@when", "@step", "@picture"

#: How high the box must be to show what is known of the commune under the list, in pixels at 100 %.
_WHOLE = 620


class NewDossier(Dialog):
    """Find the commune, then mayor, dates and letterhead.

    What is typed outlives the box and the program where `keep` is given, until `forget_words`: the dossier is made. It is
    shown again with « Start afresh » beside.
    """

    def __init__(self, today: date, parent: QWidget | None = None, keep: Keep | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New dossier"))
        sized(self, FORM, 580)
        self._today = today
        self._arms: tuple[bytes, str] | None = None
        self._given: tuple[bytes, str] | None = None
        self._picture_path = ""
        self._find = FindCommune()
        self._find.chosen.connect(self._enable)
        self._find.request_next.connect(self._go_on)
        self._pages = QStackedWidget()
        self._names = [_("The commune"), _("The mayor"), _("The dates"), _("The letterhead")]
        self._steps = [Label(f"{step}. {name}", tone="soft") for step, name in enumerate(self._names, 1)]
        self._back = PlainButton(_("Back"))
        self._cancel = PlainButton(_("Cancel"))
        self._next = MainButton("")
        self._finish = LinkButton(_("Create now"))
        self._later = Label(_("All this can be changed later."), tone="soft")
        for page in (self._find, self._mayor_page(), self._dates_page(), self._letterhead_page()):
            self._pages.addWidget(page)
        self._build()
        self._hold_height()
        self._hold_width()
        self._keep = keep
        if keep is not None:
            self._show_returned(keep)
        else:
            self._show(0)
        if fleet.present().decides("LetterheadPicture"):
            work = Work(given_picture, self)  # in a thread: it may lie on a share
            work.ended.connect(self._on_given)
            work.start()

    def commune(self) -> Commune:
        """Return the commune as filled in."""
        assert self._find.entry is not None
        start = self._start.value or self._proposed_start()
        zero = self._today if self._when.property("value") == "today" else start
        made = commune_from(self._find.entry, start, zero)
        return replace(
            made,
            elected_round=self._round_value,
            mayor_civility=self._civility.text().strip(),
            mayor_first_name=self._first.text().strip(),
            mayor_last_name=self._last.text().strip(),
            address=self._address.toPlainText().strip(),
            phone=self._phone.text().strip(),
            email=read_emails(self._email.text()).kept,
            opening_hours=self._hours.text().strip(),
        )

    def arms(self) -> tuple[bytes, str] | None:
        """Return the picture of the letterhead and its type, None where there is none."""
        return self._arms or self._given

    def forget_words(self) -> None:
        """Keep what is typed no longer."""
        if self._keep is not None:
            kept, key = self._keep
            kept.drop(key)
            self._keep = None

    # --- pages -------------------------------------------------------------------------------------

    def _mayor_page(self) -> QWidget:
        self._civility = LineField(_("Civility"), _("Ms, Mr"))
        self._first, self._last = LineField(_("First name")), LineField(_("Name"))
        self._civility.setFixedWidth(theme().px(84))
        fields = row(
            field(_("Civility"), self._civility), field(_("First name"), self._first), field(_("Name"), self._last)
        )
        words = hint(_("The civility decides how the letters are signed: « Le Maire » or « La Maire »."))
        return holder(column(page_title(_("Who is the mayor?"), wrap=True), 4, fields, words, -1, spacing=10))

    def _dates_page(self) -> QWidget:
        self._round_value = Round.FIRST
        self._round = Segments(
            _("Elected"), [(Round.FIRST, _("at the first round")), (Round.SECOND, _("at the second round"))]
        )
        self._round.show_value(Round.FIRST)
        self._round.chosen.connect(self._on_round)
        self._start = DateField(_("Council installed on"), lambda: self._today, toward=Toward.NEAREST)
        self._start.request_value.connect(lambda _value: self._on_start())
        self._when = Segments(_("The hundred days begin"), [("start", _("with the mandate")), ("today", _("today"))])
        self._when.chosen.connect(self._on_when)
        self._when_words = hint("")
        self._on_round(Round.FIRST)
        return holder(
            column(
                page_title(_("When do the hundred days begin?"), wrap=True),
                4,
                field(_("The council was elected"), self._round),
                field(
                    _("Council installed on"), self._start, hint(_("To be confirmed: the day the council first met."))
                ),
                field(_("The hundred days begin"), self._when, self._when_words),
                -1,
                spacing=14,
            )
        )

    def _letterhead_page(self) -> QWidget:
        self._address = TextArea()
        self._address.setAccessibleName(_("Address of the town hall"))
        self._address.setFixedHeight(theme().px(64))
        self._phone, self._email = LineField(_("Telephone")), EmailField(_("E-mail"))
        self._hours = LineField(_("Opening hours"))
        choose = PlainButton(_("Choose a picture…"), "upload")
        choose.clicked.connect(self._on_picture)
        self._no_picture = _("No picture: the letterhead does without.")
        self._picture = Label(self._no_picture, tone="soft", wrap=True)
        return holder(
            column(
                page_title(_("The letterhead"), wrap=True),
                4,
                field(_("Address of the town hall"), self._address),
                row(field(_("Telephone"), self._phone), field(_("E-mail"), self._email)),
                field(_("Opening hours"), self._hours),
                field(_("Coat of arms or logo"), holder(_picture_row(choose, self._picture))),
                hint(_("The State's own emblem may not be used.")),
                -1,
                spacing=10,
            )
        )

    def _build(self) -> None:
        side = holder(column(*self._steps, -1, margins=(20, 24, 16, 16), spacing=14), "wizard_steps")
        bold = QFontMetrics(theme().font(bold=True))
        widest = max(bold.horizontalAdvance(step.text()) for step in self._steps)
        side.setFixedWidth(max(theme().px(170), widest + 20 + 16 + 4))  # none is cut as its turn comes
        afresh = LinkButton(_("Start afresh"))
        afresh.clicked.connect(self._start_afresh)
        words = Label(_("What you had typed last time is here again."), wrap=True)
        said = row(words, afresh, margins=(12, 6, 12, 6))
        said.setStretch(0, 1)
        self._again = holder(said, "notice")
        self._again.setVisible(False)
        buttons = foot(self._back, self._cancel, self._next, beside=(self._later, self._finish))
        self._box = outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(side)
        # Large letters on a small screen: each step's title says it already.
        side.setVisible(theme().px(FORM) <= self.screen().availableGeometry().width())
        outer.addLayout(column(self._again, self._pages, buttons, margins=(24, 20, 24, 16), spacing=12), 1)
        self._back.clicked.connect(lambda: self._show(self._pages.currentIndex() - 1))
        self._cancel.clicked.connect(self.reject)
        self._next.clicked.connect(self._go_on)
        self._finish.clicked.connect(self._create)
        self._next.setDefault(True)

    def _hold_width(self) -> None:
        """Take at once the width of the widest step: the box must not grow under the hand from one to the next."""
        widths = []
        for step in reversed(range(len(self._names))):
            self._show(step)
            self._box.activate()  # it would measure the first step again: nothing is shown yet
            widths.append(self.minimumSizeHint().width())
        self.setMinimumWidth(min(max(widths), self.screen().availableGeometry().width() - FRAME_WIDTH))

    def _hold_height(self) -> None:
        """Have the steps scroll where large letters ask for more than the screen: the buttons stay on it."""
        room = self.screen().availableGeometry().height() - FRAME_HEIGHT
        if theme().px(_WHOLE) <= room:
            return
        for place, name in enumerate(self._names):
            page = self._pages.widget(place)
            assert page is not None
            self._pages.removeWidget(page)
            self._pages.insertWidget(place, scrolled(page, name))
        self._box.activate()
        self.resize(self.width(), min(self.height(), room))

    def _touched(self) -> bool:
        lines = [line.text().strip() for line in self.findChildren(QLineEdit) if line is not self._start]
        return bool(any(lines) or self._address.toPlainText().strip() or self._arms)

    # --- what outlives the program ---------------------------------------------------------------------

    def _show_returned(self, keep: Keep) -> None:
        """Show what was typed for a dossier that was not made, and keep what is typed from now on."""
        kept, key = keep
        returned = kept.take_back(key)
        if isinstance(returned, dict):
            second = returned.get(_ROUND) == Round.SECOND.value
            self._round.show_value(Round.SECOND if second else Round.FIRST)
            self._on_round(Round.SECOND if second else Round.FIRST)
            show_words(self, returned)
            self._start.flush()
            if returned.get(_WHEN) in ("start", "today"):
                self._when.show_value(returned[_WHEN])
                self._on_when(returned[_WHEN])
            self._find.show_chosen(returned.get(_COMMUNE) or "")
            if returned.get(_PICTURE):
                self._show_picture(Path(returned[_PICTURE]))
            self._again.setVisible(True)
            step = int(returned.get(_STEP) or 0)
            self._show(step if self._find.entry is not None and step < len(self._names) else 0)
        else:
            self._show(0)
        for one in fields_of(self).values():
            one.textChanged.connect(self._keep_words)
        self._find.chosen.connect(self._keep_words)
        self._round.chosen.connect(self._keep_words)
        self._when.chosen.connect(self._keep_words)
        if isinstance(returned, dict):
            self._keep_words()

    def _keep_words(self) -> None:
        if self._keep is None:
            return
        kept, key = self._keep
        if not self._touched():
            kept.drop(key)
            return
        chosen = {
            _COMMUNE: self._find.entry.insee if self._find.entry else "",
            _ROUND: self._round_value.value,
            _WHEN: self._when.property("value") or "",
            _STEP: str(self._pages.currentIndex()),
            _PICTURE: self._picture_path,
        }
        kept.begin(key, self.windowTitle(), words_of(self) | chosen)

    # --- acting --------------------------------------------------------------------------------------

    def _show(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        for index, label in enumerate(self._steps):
            label.set_tone("accent" if index == step else "soft")
            label.set_bold(index == step)
        last = step == len(self._names) - 1
        words = _("Create the dossier") if last else _("Next: {step}").format(step=self._names[step + 1].lower())
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._back.setVisible(step > 0)
        self._finish.setVisible(not last and step > 0)
        self._later.setVisible(last or step == 0)  # one row has no room for both
        self._enable()
        first = (self._find.line, self._civility, self._start, self._address)[step]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._touched():
            self._keep_words()

    def _start_afresh(self) -> None:
        """Forget what was typed for the dossier that was not made."""
        for one in fields_of(self).values():
            if one is not self._start:
                one.clear()
        self._arms, self._picture_path = None, ""
        self._picture.setText(self._no_picture)
        self._round.show_value(Round.FIRST)
        self._on_round(Round.FIRST)
        self._again.setVisible(False)
        self._keep_words()
        self._show(0)

    def _enable(self) -> None:
        ready = self._find.entry is not None
        self._next.setEnabled(ready)
        show_tip(self._next, "" if ready else _("Choose your commune in the list first."))

    def _go_on(self) -> None:
        if self._find.entry is None:
            return
        self._start.flush()
        if self._start.property("wrong"):
            return
        if self._pages.currentIndex() == len(self._names) - 1:
            self._create()
        else:
            self._show(self._pages.currentIndex() + 1)

    def _create(self) -> None:
        """End with a dossier, unless the town hall's address is none: then it is shown, with the sentence that says so."""
        self._email.flush()
        if self._email.property("wrong"):
            self._show(len(self._names) - 1)
            self._email.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()

    def _on_round(self, elected: Round) -> None:
        self._round_value = elected
        self._start.show_typed(self._proposed_start())
        self._on_start()

    def _on_start(self) -> None:
        start = self._start.value or self._proposed_start()
        late = starts_late(start, self._today)
        self._when.show_value("today" if late else "start")
        self._on_when("today" if late else "start")

    def _on_when(self, value: str) -> None:
        self._when.setProperty("value", value)
        day = self._today if value == "today" else self._start.value or self._proposed_start()
        self._when_words.setText(_("Day 0: {day}.").format(day=long_date(day, language())))

    @override
    def reject(self) -> None:
        """Close; what is typed is kept for the next time, or asked about where nothing keeps it."""
        if self._keep is not None or not self._touched() or leave_all_the_same(self):
            super().reject()

    def _proposed_start(self) -> date:
        return PROPOSED_START[self._round_value]

    def _on_picture(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture…"), "", _("Pictures (*.png *.jpg *.jpeg)"))
        if path:
            self._show_picture(Path(path))
            self._keep_words()

    def _on_given(self, found: object) -> None:
        """Take the picture an IT service gives new dossiers, where the town has chosen none."""
        if isinstance(found, UserError):
            self._no_picture = found.sentence
        elif isinstance(found, tuple):
            self._given = found
            self._no_picture = _("The picture set by your IT service. The town may choose another.")
        if self._arms is None:
            self._picture.setText(self._no_picture)

    def _show_picture(self, path: Path) -> None:
        try:
            self._arms, self._picture_path = read_picture(path), str(path)
            self._picture.setText(path.name)
        except UserError as error:
            self._arms, self._picture_path = None, ""
            self._picture.setText(error.sentence)


def _picture_row(choose: QWidget, said: QWidget) -> QHBoxLayout:
    line = row(choose, said)
    line.setStretch(1, 1)
    return line
