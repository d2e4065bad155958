"""The same story as a Word file, for those who want to change a sentence.

The words come from the very flowables that make the PDF, so the two never say different things; only the setting
is Word's own, plain enough to be edited: real headings, lists, tables, and paragraphs without frames.
"""

from msp_desktop.documents.word.build import word_bytes

__all__ = ["word_bytes"]
