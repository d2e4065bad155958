"""What `formats.french` says of choices and capitals, by the names it had before."""

from msp_desktop.formats.french.case import capital as capital
from msp_desktop.formats.french.case import uncapital as uncapital
from msp_desktop.formats.french.people import agreed as agreed
