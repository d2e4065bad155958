"""What a tab made of pages asks of each of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.ui.tab import Tab


class Page(Tab):
    """A page of such a tab: the widget itself stands at the left, under the heads of the pages.

    `main` is the button of what one does first here, shown beside these heads, None where there is none. `tools` stand at
    the right of the second line of heads, where the page's group has one (« Imprimer »). `panel` stands at the right over
    the whole height, None where the page takes the whole width. Targets are the page's own: an id, None for its first view.
    """

    main: QWidget | None = None
    tools: QWidget | None = None
    panel: QWidget | None = None
