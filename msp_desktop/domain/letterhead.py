"""What every document says of the commune, its mayor and its federation."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.federations import FederationView
from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.people import mayor_words
from msp_desktop.formats.french.towns import at_commune, town_words


class Contact(Struct, frozen=True):
    """The person who follows the matter at the town hall (« affaire suivie par »)."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


class Letterhead(Struct, frozen=True):
    """The letterhead; `mayor_title` is « Le Maire, » or « La Maire, », by the civility typed.

    `insee` tells how « de » stands before a few names that are said two ways.
    """

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
    insee: str = ""
    mayor_civility: str = ""

    @property
    def at_commune(self) -> str:
        """Return « à Guéret », « au Grand-Bourg », « aux Abymes »."""
        return at_commune(self.commune)

    @property
    def ways(self) -> tuple[str, str]:
        """Return the telephone and the e-mail to answer by: those of who follows the matter, else the town hall's."""
        ways = (self.contact.phone, self.contact.email) if self.contact else ("", "")
        return ways if any(ways) else (self.phone, self.email)

    def words(self) -> dict[str, str]:
        """Return what any model may name in braces: the town, the federation by its full name, the mayor."""
        federation = self.federation.full_name or self.federation.name
        return town_words(self.commune, self.insee) | federation_words(federation) | mayor_words(self.mayor_civility)
