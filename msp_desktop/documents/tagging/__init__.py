"""Tagged PDF (PDF/UA-1 and PDF/A-3a) out of ReportLab, in one pass.

A flowable carries an Element; all the parts it is split into share it. The canvas keeps a stack of nodes, and
each text object drawn while one is on top gets its own marked content inside BT … ET. At the end of a page
whatever paints and is still unmarked becomes an artifact: unmarked content cannot happen.
"""

from msp_desktop.documents.tagging.canvas import TaggedCanvas
from msp_desktop.documents.tagging.elements import Element
from msp_desktop.documents.tagging.flowables import Drawing, Heading, ListItem, Text, WideText
from msp_desktop.documents.tagging.metadata import Attachment
from msp_desktop.documents.tagging.table import DataTable

__all__ = [
    "Attachment", "DataTable", "Drawing", "Element", "Heading", "ListItem", "TaggedCanvas", "Text", "WideText",
]  # fmt: skip
