"""What every document says of the commune, its mayor and its federation."""

from __future__ import annotations

from msgspec import Struct


class FederationView(Struct, frozen=True):
    """The federation as the town knows it: the directory's entry with the dossier's corrections."""

    name: str
    full_name: str
    phone: str = ""
    email: str = ""
    website: str = ""
    contact: str = ""
    to_confirm: bool = False
    is_national: bool = False


class Contact(Struct, frozen=True):
    """The person who follows the matter at the town hall (« affaire suivie par »)."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


class Letterhead(Struct, frozen=True):
    """The letterhead; `mayor_title` is « Le Maire, » or « La Maire, », by the civility typed."""

    commune: str
    department: str
    address: tuple[str, ...]
    phone: str
    email: str
    opening_hours: str
    arms: bytes | None
    mayor: str
    mayor_title: str
    federation: FederationView
    contact: Contact | None
    is_sample: bool
