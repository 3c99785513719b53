"""Decides which network addresses are never fetched from."""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# public by their number, but answering only inside a provider's network: Azure's and Oracle's services for machines
_METADATA = {ipaddress.ip_address("168.63.129.16"), ipaddress.ip_address("192.0.0.192")}
# translation to IPv4 (RFC 6052): where a network has IPv6 only, every public host has such an address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# other addresses of IPv6 that carry one of IPv4 in their last four bytes (RFC 8215, RFC 4291, RFC 2765)
_CARRIERS = tuple(ipaddress.ip_network(text) for text in ("64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96"))


def refusal(host: str) -> str | None:
    """Return why an IP address is not fetched from, or None where it is public.

    >>> refusal("127.0.0.1"), refusal("::ffff:10.0.0.1"), refusal("169.254.169.254")
    ('a loopback address', 'a private address', 'a link-local address')
    >>> refusal("93.184.216.34") is None
    True
    """
    # an IPv6 address can name the network card: fe80::1%eth0
    address = ipaddress.ip_address(host.partition("%")[0])
    reasons = (_reason(one) for one in (address, *_carried(address)))
    return next((reason for reason in reasons if reason), None)


def _carried(address: Address) -> list[Address]:
    """Return the IPv4 addresses that an IPv6 address stands for, by mapping, 6to4, Teredo or translation."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    teredo = address.teredo or ()
    found = [one for one in (address.ipv4_mapped, address.sixtofour, *teredo) if one]
    if any(address in network for network in (_TRANSLATED, *_CARRIERS)):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return list(found)


def _reason(address: Address) -> str | None:
    kinds = (
        (address.is_loopback, "a loopback address"),
        (address.is_link_local, "a link-local address"),
        (address.is_multicast, "a multicast address"),
        (address.is_unspecified, "an unspecified address"),
        (address in _METADATA, "a cloud provider's own address"),
        (isinstance(address, ipaddress.IPv6Address) and address.is_site_local, "a private address"),
        (address.is_private and not _stands_for_another(address), "a private address"),
        # shared address space of providers (RFC 6598) and what is set apart for other uses
        (not address.is_global and not _stands_for_another(address), "a reserved address"),
        (address.is_reserved and not _stands_for_another(address), "a reserved address"),
    )
    return next((reason for holds, reason in kinds if holds), None)


def _stands_for_another(address: Address) -> bool:
    # ::ffff:93.184.216.34 is as public as the address that it stands for, which is looked at by itself
    return isinstance(address, ipaddress.IPv6Address) and (address.ipv4_mapped is not None or address in _TRANSLATED)
