"""Walking trees of any depth in one query, from the seeds outward.

Each function returns an expression to use as `field__in=…`: a recursive query that both databases run as one
uncorrelated subselect, touching only the rows it reaches.
"""

from django.db import models
from django.db.models.expressions import RawSQL


def _seeds(seeds) -> tuple[str, list]:
    if isinstance(seeds, models.QuerySet):
        sql, params = seeds.query.sql_with_params()
        return sql, list(params)
    ids = list(seeds)
    if not ids:
        return "SELECT NULL WHERE 1 = 0", []
    return " UNION ".join(["SELECT CAST(%s AS bigint)"] * len(ids)), ids


class Gathered(RawSQL):
    """Ids of a recursive query. PostgreSQL takes it for millions of rows and would walk it again for each row outside:
    gathered into an array first, it is asked once and looked up by index.
    """

    def as_postgresql(self, compiler, connection):  # noqa: ARG002 -- Django's signature
        return f"(SELECT unnest(ARRAY({self.sql})))", self.params


def ids_below(model: type[models.Model], seeds, parent: str = "parent") -> Gathered:
    """The seeds (ids, or a queryset of one id column) and everything beneath them, by the model's `parent` key."""
    sql, params = _seeds(seeds)
    table, column = model._meta.db_table, model._meta.get_field(parent).column
    return Gathered(
        f"WITH RECURSIVE below(id) AS ({sql} UNION "  # noqa: S608 -- the same
        f'SELECT node.id FROM "{table}" node JOIN below ON node."{column}" = below.id) SELECT id FROM below',
        params,
    )


def ids_above(model: type[models.Model], seeds, parent: str = "parent") -> Gathered:
    """The seeds and every row above them, up to the roots."""
    sql, params = _seeds(seeds)
    table, column = model._meta.db_table, model._meta.get_field(parent).column
    return Gathered(
        f"WITH RECURSIVE above(id) AS ({sql} UNION "  # noqa: S608 -- the same
        f'SELECT node."{column}" FROM "{table}" node JOIN above ON node.id = above.id '
        f'WHERE node."{column}" IS NOT NULL) SELECT id FROM above',
        params,
    )
