"""The numbers as a table in Markdown, one for each size, ready for docs/performance.md."""

HEAD = ("Work", "Database", "Median", "p95", "Own CPU", "Raw SQL", "Ratio", "Queries", "kB", "Budget")


def told(results: dict) -> str:
    lines = [
        _where(results),
        "",
        *_sizes(results["databases"]),
        "",
        f"| {' | '.join(HEAD)} |",
        f"| {' | '.join(['---', '---', *['---:'] * (len(HEAD) - 2)])} |",
        *_rows(results["databases"]),
    ]
    return "\n".join([*lines, *(f"\n{said}" for said in results["skipped"])])


def _where(results: dict) -> str:
    where = results["machine"]
    return " · ".join(
        (
            f"{results['people']:,} people",
            where["date"],
            f"commit {where['commit']}",
            f"{where['cpu']}, {where['cores']} cores, {where['memory_gb']} GB",
            f"pace {where['pace_ms']} ms",
            f"Python {where['python']}",
            f"Django {where['django']}",
            *(one["version"] for one in results["databases"]),
            f"seed {results['seed']}",
        )
    )


def _sizes(databases: list[dict]) -> list[str]:
    rows = databases[0]["rows"] if databases else {}
    named = {
        "accounts": "accounts_account", "persons": "people_person", "interactions": "interactions_interaction",
        "participations": "interactions_interactionperson", "events": "journal_event", "colleagues": "identity_user",
    }  # fmt: skip
    return [", ".join(f"{rows.get(table, 0):,} {name}" for name, table in named.items()) + "."]


def _rows(databases: list[dict]) -> list[str]:
    work = [line["name"] for line in databases[0]["work"]] if databases else []
    return [
        _row(line, one["version"].split()[0])
        for name in work
        for one in databases
        for line in one["work"]
        if line["name"] == name
    ]


def _row(line: dict, database: str) -> str:
    cells = (
        line["name"],
        database,
        f"{line['median']:.1f} ms",
        f"{line['p95']:.1f} ms",
        f"{line['cpu']:.1f} ms",
        f"{line['raw']:.2f} ms",
        f"{line['median'] / line['raw']:.1f}",
        str(line["queries"]),
        f"{line['size'] / 1000:.0f}" if line["size"] else "",
        f"{line['budget']} ms" if line["budget"] else "",
    )
    return f"| {' | '.join(cells)} |"
