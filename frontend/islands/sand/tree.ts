// Walking the drawing with the keyboard: arrows go along the tree, Enter opens, f folds, / searches, 1 to 4 are the lines.

import { bringIntoView, sheet, zoomTo, fit, canvas } from "./floor";

const cards = () => [...sheet().querySelectorAll<SVGAElement>(".n")];
const keyOf = (card: Element) => card.id.slice(1);
const bossOf = (card: Element) => card.getAttribute("data-up");

// One card at a time is in the tab order; the keyboard moves it.
export function settle(current?: SVGAElement): void {
  const all = cards();
  const chosen = current ?? all.find((card) => !bossOf(card)) ?? all[0];
  for (const link of sheet().querySelectorAll<SVGAElement>("a")) link.setAttribute("tabindex", link === chosen ? "0" : "-1");
}

export function go(card: SVGAElement | undefined): void {
  if (!card) return;
  settle(card);
  card.focus({ preventScroll: true });
  bringIntoView(card);
}

// As they stand: column by column, each from the top.
function inOrder(some: SVGAElement[]): SVGAElement[] {
  const places = new Map(some.map((card) => [card, card.getBoundingClientRect()]));
  return some.sort((one, other) => places.get(one)!.left - places.get(other)!.left || places.get(one)!.top - places.get(other)!.top);
}

function neighbour(card: SVGAElement, key: string): SVGAElement | undefined {
  const all = cards();
  if (key === "ArrowUp") return all.find((other) => keyOf(other) === bossOf(card));
  if (key === "ArrowDown") return inOrder(all.filter((other) => bossOf(other) === keyOf(card)))[0];
  const beside = inOrder(all.filter((other) => bossOf(other) === bossOf(card)));
  return beside[beside.indexOf(card) + (key === "ArrowRight" ? 1 : -1)];
}

export function listen(sand: HTMLElement): void {
  sand.addEventListener("keydown", (event) => {
    const on = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || on.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    const card = on.closest<SVGAElement>(".n") ?? undefined;
    if (act(sand, event.key, card)) event.preventDefault();
  });
}

function act(sand: HTMLElement, key: string, card?: SVGAElement): boolean {
  if (card && key.startsWith("Arrow")) go(neighbour(card, key));
  else if (card && key === "f") document.getElementById(`h${keyOf(card)}`)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  else if (key === "/") sand.querySelector<HTMLInputElement>("[data-sand-search]")?.focus();
  else if (key === "+" || key === "=") zoomTo(currentScale() * 1.25);
  else if (key === "-") zoomTo(currentScale() * 0.8);
  else if (key === "0") fit();
  else if (key >= "1" && key <= "4") sand.querySelector<HTMLInputElement>(`[data-key="${key}"]`)?.click();
  else return false;
  return true;
}

const currentScale = () => sheet().getBoundingClientRect().width / sheet().viewBox.baseVal.width;

export function search(words: string, further: boolean): void {
  const asked = words.trim().toLowerCase();
  canvas().classList.toggle("is-searched", asked !== "");
  const found = cards().filter((card) => {
    const hit = asked !== "" && (card.textContent ?? "").toLowerCase().includes(asked);
    card.classList.toggle("is-found", hit);
    return hit;
  });
  if (!found.length) return;
  const last = found.findIndex((card) => card.classList.contains("is-last"));
  for (const card of found) card.classList.remove("is-last");
  const next = found[further ? (last + 1) % found.length : 0]!;
  next.classList.add("is-last");
  settle(next);
  bringIntoView(next);
}
