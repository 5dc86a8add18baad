"""A large organisation opens folded by department, and nothing is lost in the folds."""

from shapan.insight.drawing.organisation import lay_out
from shapan.insight.rules.folding import Post, fold


def company(departments=20, each=60):
    posts = [Post("boss", None, "top")]
    for d in range(departments):
        posts.append(Post(f"head{d}", "boss", f"d{d}"))
        posts += [Post(f"{d}.{n}", f"head{d}", f"d{d}") for n in range(each)]
    return posts


def drawn(folding):
    return lay_out(folding.posts, tray=folding.tray, folded=folding.folded)


def everybody(folding, layout):
    """Keys drawn, folded under a boss, or gathered in a group that is itself drawn."""
    found = {*layout.places, *(key for kept in layout.folded.values() for key in kept)}
    return found | {member for key, members in folding.groups.items() if key in found for member in members}


def test_a_small_customer_is_open():
    posts = company(departments=3, each=5)
    folding = fold(posts, [])
    assert folding.folded == frozenset()
    assert len(drawn(folding).places) == len(posts)


def test_a_large_customer_opens_folded_by_department_and_loses_nobody():
    posts = company()
    folding = fold(posts, [])
    layout = drawn(folding)
    assert layout.places.keys() == {"boss", *(f"head{d}" for d in range(20))}
    assert everybody(folding, layout) >= {post.key for post in posts}


def test_a_department_opens_on_demand_and_many_alike_are_gathered():
    folding = fold(company(), [], opened={"head3"})
    assert folding.groups["head3~d3"] == tuple(f"3.{n}" for n in range(60))
    assert "head3~d3" in drawn(folding).places
    opened = drawn(fold(company(), [], opened={"head3", "head3~d3"}))
    assert {f"3.{n}" for n in range(60)} <= opened.places.keys()


def test_ten_thousand_without_any_lines_stand_in_a_tray_of_departments():
    tray = [Post(str(n), None, f"d{n % 12}") for n in range(10_000)]
    folding = fold([], tray)
    assert len(folding.tray) == 12
    assert everybody(folding, drawn(folding)) >= {post.key for post in tray}
    opened = fold([], tray, opened={"tray~d3"})
    assert "3" in drawn(opened).places


def test_what_the_person_folds_stays_folded():
    assert fold(company(2, 3), [], closed={"head1"}).folded == {"head1"}
    assert "head3" in fold(company(), [], opened={"head3"}, closed={"head3"}).folded
