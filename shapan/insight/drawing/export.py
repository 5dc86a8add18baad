"""A drawing as a file of its own: its colours written out, its links gone, a title above and a note below."""

import re
from html import escape

HEAD, FOOT = 46, 30
TOKEN = re.compile(r"--([\w-]+):\s*light-dark\(([^,]+),[^)]+\)")
ASKED = re.compile(r"var\(--([\w-]+)(?:,\s*([^)]+))?\)")
ROOT = re.compile(r":root[^{]*\{[^}]*\}")
LINK = re.compile(r"<a( id=\"[^\"]*\")?( class=\"[^\"]*\")? href=\"[^\"]*\"")


def standalone(drawn: str, *, size: tuple[int, int], title: str, note: str, css: str) -> str:
    """An SVG that any program opens, in light colours."""
    width, height = size
    inside = LINK.sub(r"<g\1\2", drawn).replace("</a>", "</g>")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sand-sheet" width="{width}" height="{height + HEAD + FOOT}" '
        f'viewBox="0 {-HEAD} {width} {height + HEAD + FOOT}"><title>{escape(title)}</title>'
        f"<style>{in_light(css)}</style>"
        f'<rect y="{-HEAD}" width="{width}" height="{height + HEAD + FOOT}" fill="#fff"/>'
        f'<text x="24" y="-14" style="font-size:20px;font-weight:700;fill:#1f2328">{escape(title)}</text>'
        f'{inside}<text x="24" y="{height + 18}">{escape(note)}</text></svg>'
    )


def in_light(css: str) -> str:
    """A sheet without custom properties: each replaced by its light colour, or by what stands in for it."""
    light = {name: value.strip() for name, value in TOKEN.findall(css)}
    written = ASKED.sub(lambda found: light.get(found[1], found[2] or "inherit"), ROOT.sub("", css))
    return written.replace("<", "")
