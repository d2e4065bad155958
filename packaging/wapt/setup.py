"""Paquet WAPT de Santé 100 jours : le MSI, pour tout l'ordinateur.

À mettre dans ce dossier avant de construire le paquet : @MSI@ et, si vous en avez un, votre reglages.json.
"""

import glob
import json
import os
import shutil
import subprocess
import time

from setuphelpers import (
    HKEY_LOCAL_MACHINE,
    error,
    install_msi_if_needed,
    installed_softwares,
    isrunning,
    registry_readstring,
    run,
    uninstall_cmd,
)

uninstallkey = []

PROGRAM = "Sante100jours.exe"
VERSION = "@VERSION@"
#: Propriétés du MSI, sans guillemets : voir la note pour le service informatique.
#: Par exemple {"DESKTOP": "1", "INSTALLDIR": r"D:\Mes programmes\Sante100jours"}.
PROPERTIES = {}
#: Secondes laissées au programme pour se fermer de lui-même : il écrit ce qui est saisi et fait sa copie de sauvegarde.
PATIENCE = 30


def install():
    """Installer ou mettre à jour, puis poser les réglages du parc à côté du programme."""
    close_softly()
    (msi,) = glob.glob("Sante100jours-*.msi")
    # WAPT met les valeurs telles quelles sur la ligne de msiexec : un chemin avec une espace y veut des guillemets.
    properties = {name: '"{}"'.format(str(value).rstrip("\\")) for name, value in PROPERTIES.items()}
    install_msi_if_needed(
        msi, killbefore=[PROGRAM], accept_returncodes=[0, 1641, 3010], timeout=900, properties=properties
    )
    # Retirer est l'affaire de uninstall(), qui ferme d'abord le programme : WAPT retirerait avant elle ce qui est ici.
    del uninstallkey[:]
    if os.path.isfile("reglages.json"):
        shutil.copyfile("reglages.json", os.path.join(folder(), "reglages.json"))


def uninstall():
    """Retirer le programme ; les dossiers et les documents des utilisateurs restent."""
    close_softly()
    for software in installed_softwares("Santé 100 jours"):
        if software["key"].startswith("{"):  # le MSI : une copie propre à un utilisateur est son affaire
            run(uninstall_cmd(software["key"]), accept_returncodes=[0, 1605, 1641, 3010])


def session_setup():
    """À l'ouverture de session, retirer la copie que l'utilisateur avait pour lui seul : elle cacherait celle-ci.

    Le programme le fait lui-même, sauf si cette copie est plus récente ; WAPT réessaie s'il était ouvert.
    """
    program = os.path.join(folder(), PROGRAM)
    if os.path.isfile(program):
        code = subprocess.call([program, "@REMOVE_OWN@"])
        if code:
            error(
                f"La copie personnelle de Santé 100 jours n'a pas pu être retirée (code {code}) : elle est peut-être ouverte"
            )
    return "OK"


def audit():
    """Dire si le programme est là, de la bonne version, et si les réglages du parc ont un sens."""
    command = os.path.join(folder(), "msp-desktop.exe")
    if not os.path.isfile(command):
        print(f"Santé 100 jours n'est pas installé dans {folder()}")
        return "ERROR"
    told = subprocess.check_output([command, "settings"], timeout=120).decode("utf-8")
    settings = json.loads(told)
    if settings["version"] != VERSION:
        print(f"Version {settings['version']} au lieu de {VERSION}")
        return "WARNING"
    for sentence in settings["wrong"]:
        print(sentence)
    return "WARNING" if settings["wrong"] else "OK"


def folder():
    """Dire où est le programme : le MSI l'écrit, et une mise à jour garde le dossier choisi la première fois."""
    written = registry_readstring(HKEY_LOCAL_MACHINE, r"SOFTWARE\Sante100jours", "Folder")
    usual = os.path.join(os.environ.get("PROGRAMW6432", r"C:\Program Files"), "Sante100jours")
    return written or PROPERTIES.get("INSTALLDIR") or usual


def close_softly():
    """Demander au programme de se fermer, et attendre qu'il ait tout écrit.

    Après ce délai, killbefore le ferme de force : au plus deux secondes de frappe seraient perdues. C'est le cas quand WAPT
    tourne en service : Windows ne porte pas toujours la demande d'une session à l'autre.
    """
    if not isrunning(PROGRAM):
        return
    subprocess.call(["taskkill", "/IM", PROGRAM])
    end = time.time() + PATIENCE
    while isrunning(PROGRAM) and time.time() < end:
        time.sleep(1)
