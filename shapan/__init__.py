"""Shapan 沙盘: the system on which a company that sells to large customers runs its relationships."""

__version__ = "0.1.0"
