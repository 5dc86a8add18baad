"""A drawing as a file of its own."""

from xml.etree import ElementTree as ET

from shapan.insight.drawing.export import in_light, standalone

CSS = (
    ":root{--ink: light-dark(#1f2328, #e9ecef);color-scheme:light}"
    ".a{fill:var(--ink)}.b{font-family:var(--none,sans-serif)}"
)


def test_colours_are_written_out_in_light_for_programs_that_know_no_properties():
    assert in_light(CSS) == ".a{fill:#1f2328}.b{font-family:sans-serif}"


def test_the_file_is_well_formed_says_what_it_is_and_links_nowhere():
    drawn = '<a id="c1" class="n" href="people/1/"><text>高&amp;</text></a>'
    file = standalone(drawn, size=(100, 50), title="河北 <1>", note="by Lin", css=CSS)
    root = ET.fromstring(file)  # noqa: S314 -- our own drawing
    assert "href" not in file
    assert root[0].text == "河北 <1>"
    assert "by Lin" in file
    assert 'id="c1"' in file
