"""Verifies a signed message with dkimpy: the file, then pairs of record name and text."""
import sys

import dkim

records = dict(zip(sys.argv[2::2], sys.argv[3::2]))
message = open(sys.argv[1], "rb").read()


def text(name, timeout=5):
    return records.get(name.decode().rstrip("."), "").encode()


for index in range(message.count(b"DKIM-Signature:")):
    try:
        good = dkim.DKIM(message).verify(idx=index, dnsfunc=text)
    except dkim.DKIMException:
        good = False
    print("pass" if good else "fail")
