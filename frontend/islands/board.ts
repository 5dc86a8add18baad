// The pipeline by hand: a card dropped on another stage takes that step, if its guard lets it; the server has the word.

import htmx from "htmx.org/dist/htmx.esm.js";
import Sortable from "sortablejs";

function take({ item, from, to, oldIndex }: Sortable.SortableEvent): void {
  from.insertBefore(item, from.children[oldIndex ?? 0] ?? null); // where it stands is what the server says
  const stage = to.dataset.stage;
  const card = item.querySelector<HTMLAnchorElement>("a.deal-name")?.href;
  const token = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value;
  if (from === to || !stage || !card || !token) return;
  const values = { csrfmiddlewaretoken: token, version: item.dataset.version ?? "" };
  void htmx.ajax("post", `${card}steps/${stage}/`, { values, source: item, target: "#messages", swap: "none" });
}

function wake(around: Element): void {
  for (const cards of around.querySelectorAll<HTMLElement>(".deal-cards[data-stage]")) {
    if (Sortable.get(cards)) continue;
    Sortable.create(cards, {
      group: "deals",
      draggable: "[data-version]",
      filter: "a, button",
      preventOnFilter: false,
      delay: 200,
      delayOnTouchOnly: true,
      ghostClass: "is-carried",
      onEnd: take,
    });
  }
}

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a.deal-move");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  void htmx.ajax("get", link.href.replace(/#.*/, ""), { source: link, target: link, swap: "outerHTML" });
});
wake(document.body);
document.addEventListener("htmx:load", (event) => wake((event as CustomEvent<{ elt: Element }>).detail.elt));
