"""E-mail addresses as people type them: whatever is read may stand in a header."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats.emails import headers_of, read_emails, wrong_sentence

#: What RFC 5321 and 1035 let an address be, without the quoted kind.
VALID = re.compile(r"[A-Za-z0-9!#$%&'*+=?^_`{}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("", ()),
        (" ; ", ()),
        ("a@exemple.fr / b@exemple.fr", ("a@exemple.fr", "b@exemple.fr")),
        ("a@exemple.fr ou b@exemple.fr", ("a@exemple.fr", "b@exemple.fr")),
        (" a@exemple.fr b@exemple.fr\n", ("a@exemple.fr", "b@exemple.fr")),
        ("a@exemple.fr\x0bb@exemple.fr\u2028c@exemple.fr", ("a@exemple.fr", "b@exemple.fr", "c@exemple.fr")),
        ("a@exemple.fr; A@EXEMPLE.FR ;a@exemple.fr", ("a@exemple.fr",)),
        ("Béa Roux [mailto:bea@exemple.fr]", ("bea@exemple.fr",)),
        ("Béa Roux (bea@exemple.fr), a@exemple.fr", ("bea@exemple.fr", "a@exemple.fr")),
        ("a@exemple.fr ?", ("a@exemple.fr",)),
        ("Dr Béa <bea@exemple.fr>", ("bea@exemple.fr",)),
        ("Durand, Paul <p@exemple.fr>", ("p@exemple.fr",)),
        ('"Durand, Paul (cabinet)" <p@exemple.fr>; z@exemple.fr', ("p@exemple.fr", "z@exemple.fr")),
        ("a@exemple.fr et Paul <p@exemple.fr>", ("a@exemple.fr", "p@exemple.fr")),
        ("mailto:a@exemple.fr?subject=Bonjour, vous", ("a@exemple.fr",)),
        ("a@exemple.fr<mailto:a@exemple.fr>", ("a@exemple.fr",)),
        ("f@hôpital-exemple.fr", ("f@xn--hpital-exemple-0ob.fr",)),
        ("f@HO\u0302PITAL-exemple.fr", ("f@xn--hpital-exemple-0ob.fr",)),
        ("f@xn--hpital-exemple-0ob.fr", ("f@xn--hpital-exemple-0ob.fr",)),
        ("d@exemple.fr.", ("d@exemple.fr",)),
        ("« d@exemple.fr », ", ("d@exemple.fr",)),
        ("jean [at] exemple.fr", ("jean@exemple.fr",)),
        ("jean(at)exemple(point)fr", ("jean@exemple.fr",)),
        ("jean arobase exemple.fr", ("jean@exemple.fr",)),
        ("jean @ exemple.fr", ("jean@exemple.fr",)),
        ("Courriel\u00a0: a@exemple.fr (secrétariat)", ("a@exemple.fr",)),
        ("a@exemple.fr\u200b\ufeff", ("a@exemple.fr",)),
        ("d’accueil : d'artagnan+sante@sous.exemple.fr", ("d'artagnan+sante@sous.exemple.fr",)),
    ],
)
def test_addresses_are_found_in_what_people_type(text: str, addresses: tuple[str, ...]) -> None:
    found = read_emails(text)
    assert (found.addresses, found.wrong) == (addresses, ())
    assert headers_of(text) == addresses
    assert wrong_sentence(found) == ""


@pytest.mark.parametrize(
    "text",
    [
        "durand", "a@b", "n.colin@ville-gueret", "a@b@c.fr", "@exemple.fr", "a@", "a..b@exemple.fr", ".a@exemple.fr",
        "a.@exemple.fr", "a@exemple..fr", "a@-exemple.fr", "a@exemple-.fr", "a@1.2.3.4", "a@[1.2.3.4]", "bea@exemple,fr",
        "jean dupont@exemple.fr", "a@exemple.fr à rappeler", 'a"@exemple.fr', "a@.fr x", "b@straße.de", "a@ex_emple.fr",
        "a" * 65 + "@exemple.fr", "a@" + "b" * 64 + ".fr", "a@" + "b." * 200 + "fr", "https://exemple.fr/contact",
    ],
)  # fmt: skip
def test_what_is_no_address_is_named_whole(text: str) -> None:
    found = read_emails(text)
    assert found.addresses == ()
    assert [wrong.text for wrong in found.wrong] == [text]
    assert wrong_sentence(found).startswith("«\u00a0" + text[:79])
    assert "n’est pas une adresse électronique" in wrong_sentence(found)


def test_accents_before_the_at_are_told_apart() -> None:
    found = read_emails("béa@exemple.fr")
    assert found.addresses == ()
    assert wrong_sentence(found).endswith("avant l’arobase (@), pas d’accent.")


def test_the_good_ones_are_used_and_each_wrong_one_is_named() -> None:
    found = read_emails("a@exemple.fr; b@exemple; jean.dupont; Paul <p@exemple.fr>")
    assert found.addresses == ("a@exemple.fr", "p@exemple.fr")
    assert wrong_sentence(found) == (
        "Ce ne sont pas des adresses électroniques\u00a0: «\u00a0b@exemple\u00a0», «\u00a0jean.dupont\u00a0»\u202f;"
        " vérifiez-les, lettre par lettre."
    )


def test_a_field_keeps_accents_but_no_look_alikes() -> None:
    assert read_emails("Dr <F@Hôpital-exemple.fr>, a@exemple.fr").kept == "F@hôpital-exemple.fr, a@exemple.fr"
    assert read_emails("a@р\u0430ypal.com").kept == "a@xn--ypal-43d9g.com"


def test_a_header_typed_with_it_is_no_header() -> None:
    found = read_emails("a@exemple.fr\r\nBcc: c@d.fr\r\nX-Pirate")
    assert found.addresses == ("a@exemple.fr", "c@d.fr")
    assert [wrong.text for wrong in found.wrong] == ["X-Pirate"]


PIECES = st.lists(
    st.sampled_from(
        ["a", "é", "@", ".", " ", ",", ";", "<", ">", '"', "(", ")", "[at]", "mailto:", "exemple", "fr", "b@c.fr", "\r\n",
         "ô", "-", "xn--", "?subject=", "'", "\\", "Dr ", "/", "%0d%0aBcc:", "\u202e", "\x0b", "ß", "。"]
    )
).map("".join)  # fmt: skip


@given(st.one_of(PIECES, st.text()))
def test_whatever_is_typed_only_addresses_reach_a_header(text: str) -> None:
    found = read_emails(text)
    for address in found.addresses:
        assert VALID.fullmatch(address), address
        assert len(address) <= 254
        assert Address(addr_spec=address).addr_spec == address
        message = EmailMessage(policy=SMTP)
        message["To"] = address
        assert message["To"].defects == ()
        assert [one.addr_spec for one in message["To"].addresses] == [address]
    assert read_emails(found.kept).addresses == found.addresses
    assert read_emails(found.kept).wrong == ()


@given(st.from_regex(r"[a-z]{1,8}(\.[a-z0-9_+-]{1,8})?@([a-z0-9]{1,9}\.){1,3}(fr|com|bzh)", fullmatch=True))
def test_an_address_stays_itself_whatever_stands_around_it(address: str) -> None:
    around = (
        "{}", " {} ", "{}.", "<{}>", "Mme Zoé d’Été <{}>", "mailto:{}", "{};", "«\u00a0{}\u00a0»", '"Roux, Ana" <{}>', "Mél : {}",
    )  # fmt: skip
    for words in around:
        assert headers_of(words.format(address)) == (address,), words
    assert headers_of(f"{address} / b@exemple.fr") == (address, "b@exemple.fr")
