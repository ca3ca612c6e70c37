# Which characters a city's name and the title of its plan may have.
chars = set(chr(c) for c in range(0x20, 0x7F))
for row in range(0x21, 0x7F):
    for cell in range(0x21, 0x7F):
        try:
            chars.add(bytes([row | 0x80, cell | 0x80]).decode("euc_jp"))
        except UnicodeDecodeError:
            pass
# NEC's and IBM's characters of Windows-31J: ①, Ⅳ, ㈱, 髙, 﨑
for first in [0x87, *range(0xED, 0xEF), *range(0xFA, 0xFD)]:
    for second in range(0x40, 0xFD):
        try:
            chars.add(bytes([first, second]).decode("cp932"))
        except UnicodeDecodeError:
            pass
chars |= set("–—‘’“”…·©®°±×÷éèêëàâäáóòôöõúùûüíìîïçñßÉÄÖÜ〜～−－")
print("".join(sorted(chars)), end="")
