"""Whether two pages say the same in the same elements: where links lead and how lines are broken is left out."""

from html.parser import HTMLParser

ELSEWHERE = ("href", "src")


class Pieces(HTMLParser):
    """The elements and texts of a page, one behind the other."""

    def __init__(self, html):
        super().__init__()
        self.pieces = []
        self.feed(html)
        self.close()

    def handle_decl(self, decl):
        self.pieces.append(f"<!{decl}>")

    def handle_starttag(self, tag, attributes):
        said = [name if name in ELSEWHERE else f'{name}="{value}"' for name, value in sorted(attributes)]
        self.pieces.append(f"<{' '.join([tag, *said])}>")

    def handle_endtag(self, tag):
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data):
        text = " ".join(data.split())
        if text:
            self.pieces.append(text)


def difference(one, other):
    """What is the first that two files do not have in common; `None`: they are the same."""
    a, b = (Pieces(path.read_text(encoding="utf-8")).pieces for path in (one, other))
    if a == b:
        return None
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    around = lambda pieces: " ".join(pieces[max(0, at - 2):at + 3])
    return f"{one}: {around(a)}\n{other}: {around(b)}"
