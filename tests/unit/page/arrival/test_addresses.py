import pytest

from reportedly.page.arrival.addresses import refusal

INSIDE_4 = """
    127.0.0.1 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 192.0.2.1 198.18.0.1 168.63.129.16 192.0.0.192
"""
INSIDE_6 = """
    ::1 :: fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 fec0::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1
    2002:7f00:1:: 64:ff9b::a00:1 64:ff9b:1::7f00:1
"""


@pytest.mark.parametrize("host", [*INSIDE_4.split(), *INSIDE_6.split()])
def test_inside_addresses_are_refused(host):
    assert refusal(host)


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_are_not(host):
    assert refusal(host) is None
