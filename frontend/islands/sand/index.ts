// The sand table: links of the drawing open in the panel, folds are drawn anew in their place, layers and filters at once.

import htmx from "htmx.org/dist/htmx.esm.js";
import * as carry from "./carry";
import * as floor from "./floor";
import * as tree from "./tree";
import { takeOut } from "./picture";

let held: { id: string; x: number; y: number } | undefined;

function start(sand: HTMLElement): void {
  const tools = sand.querySelector<HTMLFormElement>("[data-sand-tools]")!;
  for (const hidden of tools.querySelectorAll<HTMLElement>("[data-sand-search], [data-sand-zoom], [data-sand-slider]")) hidden.hidden = false;
  tools.querySelector<HTMLElement>("[data-sand-submit]")!.hidden = true;
  tools.addEventListener("change", (event) => choose(tools, event.target as HTMLInputElement));
  const finder = tools.querySelector<HTMLInputElement>("[data-sand-search]")!;
  finder.addEventListener("input", () => tree.search(finder.value, false));
  finder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    tree.search(finder.value, true);
  });
  slide(tools);
  for (const hidden of sand.querySelectorAll<HTMLElement>("[data-png], [data-print]")) hidden.hidden = false;
  sand.addEventListener("click", follow);
  sand.addEventListener("click", takeOut);
  floor.listen(sand);
  tree.listen(sand);
  carry.listen(sand);
  floor.open();
  tree.settle();
}

function choose(tools: HTMLFormElement, changed: HTMLInputElement): void {
  if (changed.name === "at") tools.requestSubmit();
  if (changed.name !== "layer" && changed.name !== "show") return;
  show(tools);
  const address = new URL(location.href);
  for (const name of ["layer", "show"]) {
    const value = String(new FormData(tools).get(name) ?? "");
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

function show(tools: HTMLFormElement): void {
  const chosen = new FormData(tools);
  floor.sheet().dataset.layer = String(chosen.get("layer") ?? "");
  floor.sheet().dataset.show = String(chosen.get("show") ?? "");
}

// The slider counts days back from today; the day itself stands in the date field, which works without it.
function slide(tools: HTMLFormElement): void {
  const slider = tools.querySelector<HTMLInputElement>("[data-sand-slider]");
  const day = tools.querySelector<HTMLInputElement>("[name=at]");
  if (!slider || !day) return;
  const last = Date.parse(day.max);
  slider.value = String(-Math.round((last - Date.parse(day.value)) / 86_400_000));
  slider.addEventListener("input", () => {
    day.value = new Date(last + Number(slider.value) * 86_400_000).toISOString().slice(0, 10);
  });
  slider.addEventListener("change", () => tools.requestSubmit());
}

function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<SVGAElement>(".sand-sheet a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const address = link.href.baseVal;
  if (link.matches(".h, .gr")) {
    const box = link.getBoundingClientRect();
    held = { id: link.id, x: box.left, y: box.top };
    history.replaceState(history.state, "", address);
    void htmx.ajax("get", address, { target: "#canvas", swap: "outerHTML" });
    return;
  }
  if (link.matches(".n")) tree.settle(link);
  void htmx.ajax("get", new URL(address, location.href).pathname + new URL(address, location.href).search, { target: "#panel", swap: "innerHTML" });
}

// The panel takes room from the floor: what it is about stays in sight.
document.addEventListener("htmx:afterSettle", (event) => {
  if ((event.target as Element).id !== "panel" || !document.querySelector("[data-sand]")) return;
  const card = document.querySelector(".n[tabindex='0']");
  if (card) floor.bringIntoView(card);
});

// A fold drawn anew stays under the pointer.
document.addEventListener("htmx:afterSettle", () => {
  if (!held) return;
  const tools = document.querySelector<HTMLFormElement>("[data-sand-tools]");
  if (tools) show(tools);
  floor.apply();
  const link = document.getElementById(held.id);
  if (link) {
    const box = link.getBoundingClientRect();
    floor.canvas().scrollBy(box.left - held.x, box.top - held.y);
  }
  tree.settle(document.querySelector<SVGAElement>(`#c${CSS.escape(held.id.slice(1))}`) ?? undefined);
  held = undefined;
});

for (const sand of document.querySelectorAll<HTMLElement>("[data-sand]")) start(sand);
