"""The one file of a given name embedded in a PDF of a stranger: few bytes inflated, few objects followed.

To be run in a worker process alone: what a parser does with a hostile file is bounded there, in time and in memory.
"""

from __future__ import annotations

import io
import zlib
from typing import Any

from msp_desktop.domain.carried.envelope import LONGEST
from msp_desktop.domain.carried.refusals import RefusedError, Why

#: The largest file that is read at all, in bytes: a paper has a hundred times less.
MOST = 25_000_000
#: Embedded files looked at: a paper has one.
_MOST_INSIDE = 20
#: What pypdf inflates and follows by itself, to find objects.
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": MOST,
    "zlib_maximum_output_length": 8_000_000,
    "zlib_maximum_recovery_input_length": 0,
    "stream_filters_maximum_length": 2,
    "stream_decoding_work_maximum_length": 16_000_000,
    "array_maximum_element_count": 20_000,
    "dictionary_maximum_element_count": 20_000,
    "jbig2dec_binary": None,
}
_MOST_OBJECTS, _MOST_SEARCHED = 200_000, 1_000


def embedded(content: bytes, name: str) -> bytes:
    """Return the bytes of the file of that name inside a PDF; RefusedError where there is none, or not just one.

    A PDF protected by a password is refused, be it an empty one: what the program makes to be read by all has none.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError, PdfReadError

    try:
        with apply_configuration(disable_legacy_handling=True, **_LIMITS):
            try:
                raw, deflated = _stream(io.BytesIO(content), name, strict=True)
            except PdfReadError:  # not as the standard says; ours are, and need no look at each object
                raw, deflated = _stream(io.BytesIO(content), name, strict=False)
            return _inflated(raw, deflated)
    except (RefusedError, MemoryError):
        raise
    except DependencyError as error:  # a worker decrypts nothing
        raise RefusedError(Why.ENCRYPTED) from error
    except LimitReachedError as error:
        raise RefusedError(Why.TOO_LARGE) from error
    except Exception as error:  # pypdf raises anything at all on a hostile file, AttributeError for one
        raise RefusedError(Why.DAMAGED) from error


def _stream(source: io.BytesIO, name: str, *, strict: bool) -> tuple[bytes, bool]:
    """Return the bytes of the embedded stream as they lie in the file, and whether they are deflated."""
    from pypdf import PdfReader
    from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

    reader = PdfReader(
        source, strict, root_object_recovery_limit=_MOST_SEARCHED, xref_stream_maximum_entries=_MOST_OBJECTS
    )
    if reader.is_encrypted:
        raise RefusedError(Why.ENCRYPTED)
    root = _real(reader.trailer.get("/Root"), DictionaryObject)
    specifications = list(_real(root.get("/AF"), ArrayObject))[:_MOST_INSIDE]
    if not specifications:  # other programs list embedded files by their names alone: at the first level, no deeper
        names = _real(_real(root.get("/Names"), DictionaryObject).get("/EmbeddedFiles"), DictionaryObject)
        specifications = list(_real(names.get("/Names"), ArrayObject))[1 : 2 * _MOST_INSIDE : 2]
    found: dict[int, Any] = {}
    for one in (_real(specification, DictionaryObject) for specification in specifications):
        if str(one.get("/UF", one.get("/F", ""))) == name:
            stream = _real(one.get("/EF"), DictionaryObject).raw_get("/F")
            found[getattr(stream, "idnum", id(stream))] = stream
    if not found:
        raise RefusedError(Why.NO_DATA)
    if len(found) > 1:
        raise RefusedError(Why.AMBIGUOUS)
    stream = _real(next(iter(found.values())), StreamObject)
    if "/Length" not in stream and not stream._data:  # something else than a stream
        raise RefusedError(Why.DAMAGED)
    method = stream.get("/Filter")
    filters = [method] if isinstance(method, str) else list(_real(method, ArrayObject))
    if filters not in ([], ["/FlateDecode"]) or stream.get("/DecodeParms") is not None:
        raise RefusedError(Why.DAMAGED)
    return bytes(stream._data), bool(filters)


def _real(value: Any, kind: type[Any]) -> Any:
    """Return what a value or a reference is, an empty one where it is not of that kind."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return found if isinstance(found, kind) else kind()


def _inflated(raw: bytes, deflated: bool) -> bytes:
    """Return what it holds, never more than the longest of ours in memory, whatever the ratio."""
    if deflated:
        engine = zlib.decompressobj()
        try:
            raw = engine.decompress(raw, LONGEST + 1)
        except zlib.error as error:
            raise RefusedError(Why.DAMAGED) from error
        if len(raw) <= LONGEST and not engine.eof:
            raise RefusedError(Why.DAMAGED)
    if len(raw) > LONGEST:
        raise RefusedError(Why.TOO_LARGE)
    return raw
