"""Timings of the product on a generated company, beside the raw SQL of the same work: see docs/performance.md."""
