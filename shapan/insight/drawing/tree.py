"""A tidy tree: each parent centred over its children, nobody closer to a neighbour than allowed, in linear time.

Walker's algorithm in the form of Buchheim, Jünger and Leipert (2002), with widths that differ and without recursion, so
that a chain of five thousand is as good as any tree. Nodes are numbers; all nodes of one depth stand in one row.
"""

from collections.abc import Sequence


def tidy(children: Sequence[Sequence[int]], widths: Sequence[float], roots: Sequence[int], gap: float) -> list[float]:
    """The middle of every node, the leftmost edge being 0. Several roots stand side by side like siblings."""
    walk = _Walk([*children, list(roots)], [*widths, 0.0], gap)
    middles = walk.middles(len(children))[:-1]
    left = min((middle - width / 2 for middle, width in zip(middles, widths, strict=True)), default=0.0)
    return [middle - left for middle in middles]


def parents_last(children: Sequence[Sequence[int]], root: int) -> list[int]:
    """Every node beneath the root after its children, siblings from left to right; the root comes last."""
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting.extend(children[node])
    return order[::-1]


class _Walk:
    """The books of one walk. `place` is relative to the parent; `shift` is carried by all that hangs beneath a node;
    `thread` leads along the outline where a subtree ends and a deeper one goes on.
    """

    def __init__(self, children: Sequence[Sequence[int]], widths: Sequence[float], gap: float) -> None:
        many = len(children)
        self.children, self.widths, self.gap = children, widths, gap
        self.place, self.shift = [0.0] * many, [0.0] * many
        self.spread, self.change = [0.0] * many, [0.0] * many
        self.thread: list[int | None] = [None] * many
        self.ancestor = list(range(many))
        self.parent, self.number = [0] * many, [0] * many
        for above, below in enumerate(children):
            for n, node in enumerate(below):
                self.parent[node], self.number[node] = above, n

    def middles(self, root: int) -> list[float]:
        order = parents_last(self.children, root)
        conflicts_of = {}
        for node in order:
            self._settle(node)
            if node != root and self.number[node]:
                above = self.parent[node]
                conflicts_of[above] = self._push(node, conflicts_of.get(above, self.children[above][0]))
        carried = [0.0] * len(self.children)
        for node in reversed(order):
            for below in self.children[node]:
                carried[below] = carried[node] + self.shift[node]
        return [place + moved for place, moved in zip(self.place, carried, strict=True)]

    def _settle(self, node: int) -> None:
        """Put a node beside its left sibling, and over its children, whose places are final among themselves."""
        below = self.children[node]
        middle = 0.0
        if below:
            self._share_out(node)
            middle = (self.place[below[0]] + self.place[below[-1]]) / 2
        if not self.number[node]:
            self.place[node] = middle
            return
        left = self.children[self.parent[node]][self.number[node] - 1]
        self.place[node] = self.place[left] + self._apart(left, node)
        if below:
            self.shift[node] = self.place[node] - middle

    def _push(self, node: int, between: int) -> int:
        """Walk down the outlines of what stands left of the node and of its own tree, and push it clear row by row."""
        siblings = self.children[self.parent[node]]
        left_in, right_in = siblings[self.number[node] - 1], node
        left_out, right_out = siblings[0], node
        sums = [self.shift[left_in], self.shift[right_in], self.shift[left_out], self.shift[right_out]]
        while (further := self._right(left_in)) is not None and (nearer := self._left(right_in)) is not None:
            left_in, right_in = further, nearer
            left_out, right_out = self._left(left_out), self._right(right_out)  # type: ignore[assignment]
            self.ancestor[right_out] = node
            over = self.place[left_in] + sums[0] - self.place[right_in] - sums[1] + self._apart(left_in, right_in)
            if over > 0:
                self._move(self._sibling_above(left_in, node, between), node, over)
                sums[1] += over
                sums[3] += over
            for n, at in enumerate((left_in, right_in, left_out, right_out)):
                sums[n] += self.shift[at]
        if (deeper := self._right(left_in)) is not None and self._right(right_out) is None:
            self.thread[right_out] = deeper
            self.shift[right_out] += sums[0] - sums[3]
        if (deeper := self._left(right_in)) is not None and self._left(left_out) is None:
            self.thread[left_out] = deeper
            self.shift[left_out] += sums[1] - sums[2]
            return node
        return between

    def _move(self, left: int, node: int, over: float) -> None:
        """Push a subtree to the right; the siblings between it and the one it met take their part later."""
        between = self.number[node] - self.number[left]
        self.change[node] -= over / between
        self.spread[node] += over
        self.change[left] += over / between
        self.place[node] += over
        self.shift[node] += over

    def _share_out(self, node: int) -> None:
        pushed = change = 0.0
        for below in reversed(self.children[node]):
            self.place[below] += pushed
            self.shift[below] += pushed
            change += self.change[below]
            pushed += self.spread[below] + change

    def _sibling_above(self, met: int, node: int, between: int) -> int:
        """Which sibling of the node the outline belongs to that was met."""
        above = self.ancestor[met]
        return above if self.parent[above] == self.parent[node] else between

    def _left(self, node: int) -> int | None:
        return self.children[node][0] if self.children[node] else self.thread[node]

    def _right(self, node: int) -> int | None:
        return self.children[node][-1] if self.children[node] else self.thread[node]

    def _apart(self, left: int, right: int) -> float:
        return (self.widths[left] + self.widths[right]) / 2 + self.gap
