"""What the tab asks of each of its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.ui.tab import Tab


class Page(Tab):
    """A page of the tab: the widget itself stands at the left, under the heads of the pages.

    `main` is the button of what one does first here, shown beside these heads. `panel` stands at the right over the
    whole height, None where the page takes the whole width. Targets are the page's own: an id, None for its first view.
    """

    main: QWidget
    panel: QWidget | None = None
