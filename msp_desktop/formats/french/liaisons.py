"""Names of towns that the common rule of elision says wrong, after INSEE (made by tools/build_communes.py).

Code officiel géographique 2026, `typeLiaison`, Licence Ouverte 2.0. Names as search sees them.
"""

from __future__ import annotations

INVERTED = frozenset(
    """
habsheim, hadancourt le haut clocher, haegen, hagedet, hagenbach, hagenthal le bas, hagenthal le haut, haget,
hagnicourt, haguenau, hailles, haimps, haims, hainvillers, hallencourt, hallennes lez haubourdin, hallering,
hallignicourt, hallines, halling les boulay, hallivillers, halloville, halloy, halloy les pernois, hallu, halluin,
ham, ham en artois, ham les moines, ham sous varsberg, ham sur meuse, hamars, hambach, hambers, hambye, hamelet,
hames boucres, hammeville, hamonville, hampigny, hampont, han devant pierrepont, han les juvigny, han sur meuse, han
sur nied, hanches, hangenbieten, hangviller, hannapes, hannappes, hannogne saint martin, hannogne saint remy,
hannonville sous les cotes, hannonville suzemont, hans, hanvec, hanviller, hanvoile, hao, happencourt, haraumont,
harcy, hardancourt, hardecourt aux bois, hardencourt cocherel, hardifort, hardinghen, hardivillers, hardivillers en
vexin, hardricourt, hargeville sur chee, harskirchen, hartmannswiller, harville, hary, hatten, hattmatt, hattstatt,
hauban, haudivillers, haulies, haulme, hausgauen, haut clocher, haut de bosdarros, haut mauco, hautbos, haute isle,
hautecloque, hautefage, hautefontaine, hauteville la guichard, hauteville sur mer, haution, hautot le vatois, hautot
sur seine, hautteville bocage, hauville, hauvine, haybes, heches, hecken, hecmanville, hede bazouges, hegeney,
hegenheim, heidolsheim, heidwiller, heiligenberg, heiligenstein, heilles, heimersdorf, heimsbrunn, heiteren,
heiwiller, helfrantzkirch, helleville, hem, hem hardinval, hem lenglet, hem monacu, hemevez, henansal, hengoat,
hengwiller, henon, henvic, herbitzheim, herbsheim, herce, herenguerville, heres, herisson, hermerswiller, hermes,
hermival les vaux, heronchelles, herpont, herran, herrlisheim, herrlisheim pres colmar, herserange, hescamps,
hesingue, hessenheim, hettenschlag, heudicourt sous les cotes, heugon, heugueville sur sienne, heurteauville,
heusse, hibarette, hienghene, hierges, hiermont, hiesville, hieville, hiis, hikueru, hilsenheim, hinacourt,
hindisheim, hindlingen, hinsbourg, hinsingen, hipsheim, hirschland, hirsingue, hirtzbach, hirtzfelden, hitiaa o te
ra, hitte, hiva oa, hochfelden, hochstatt, hochstett, hocquigny, hodenc en bray, hodenc l eveque, hodeng au bosc,
hodeng hodenger, hoedic, hoenheim, hoerdt, hoffen, hohatzenheim, hohengoeft, hohfrankenheim, hohrod, hohwiller,
holnon, holque, holtzheim, holtzwihr, hombourg, hombourg budange, hombourg haut, hommarting, hommert, hon hergies,
hondainville, hondouville, honfleur, honguemare guenouville, honskirch, horbourg wihr, horgues, hornoy le bourg,
hoste, hotot en auge, hottot les bagues, hottviller, houailou, houdan, houdilcourt, houesville, houetteville,
houeydets, houilles, houlbec pres le gros theil, houldizy, houlette, houlgate, houlle, houppeville, houquetot,
hourc, hourges, houry, housseras, housseville, houville en vexin, houx, hoymille, huahine, huanne montmartin,
huchenneville, huelgoat, huest, hugleville en caux, huille, huille lezigne, huiron, huisnes sur mer, humes
jorquenay, hunawihr, hundsbach, huningue, hunspach, hurtigheim, husseren les chateaux, husseren wesserling, husson,
hyemondans, hyenville, hyet, yate
""".replace("\n", " ")
    .strip()
    .split(", ")
)

#: Whether « de » is joined, by INSEE code, for the names that are said two ways.
BY_CODE = {
    "02376": False,
    "03126": True,
    "08211": False,
    "08214": False,
    "08215": False,
    "08219": False,
    "11172": True,
    "21314": True,
    "27337": True,
    "32154": False,
    "39177": False,
    "41102": True,
    "51286": True,
    "52238": True,
    "53117": False,
    "54250": True,
    "59283": True,
    "60295": False,
    "61202": False,
    "62404": True,
    "62418": True,
    "62437": True,
    "73133": True,
    "76361": False,
    "80433": False,
    "89200": True,
}
