"""What `formats.french` says of towns and people, by the names it had before."""

from msp_desktop.formats.french.people import gendered as gendered
from msp_desktop.formats.french.people import is_feminine as is_feminine
from msp_desktop.formats.french.towns import at_commune as at_commune
from msp_desktop.formats.french.towns import of_commune as of_commune
from msp_desktop.formats.french.vowels import elide as elide
