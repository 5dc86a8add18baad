// The search box: "/" or Ctrl-K opens it on every page, up and down choose, Enter opens. Without it, the button in the
// frame leads to the search page.

const ROWS = ".found-row, .found-more";

const box = () => document.querySelector<HTMLDialogElement>("#search");
const rows = (place: Element) => [...place.querySelectorAll<HTMLElement>(ROWS)];
const isTyping = (at: EventTarget | null) =>
  at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));

function open(): boolean {
  const here = document.querySelector<HTMLInputElement>("[data-search-here]");
  const input = here ?? box()?.querySelector<HTMLInputElement>(".search-input");
  if (!input) return false;
  if (!here && !box()?.open) {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) menu.open = false;
    box()?.showModal();
    input.dispatchEvent(new Event("search-opened"));
  }
  input.focus();
  input.select();
  return true;
}

document.addEventListener("click", (event) => {
  const at = event.target as Element;
  if (at.closest("[data-search-open]") && !(event as MouseEvent).metaKey && !(event as MouseEvent).ctrlKey) {
    if (open()) event.preventDefault();
  }
  if (at.closest("[data-search-close]") || at === box()) box()?.close();
});

document.addEventListener("keydown", (event) => {
  const asked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const slash = event.key === "/" && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  if ((asked || slash) && open()) event.preventDefault();
});

// Inside the box, or on the page of its own.
document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  const input = at.closest<HTMLElement>("#search, #content")?.querySelector<HTMLInputElement>(".search-input");
  if (!input || event.isComposing || !(at === input || at.matches(ROWS))) return;
  const found = rows(input.closest("#search, #content") as Element);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    (found[found.indexOf(at) + step] ?? (step < 0 ? input : found.at(-1)) ?? input).focus();
  } else if (event.key === "Enter" && at === input && isAnswered(input) && found[0]) {
    event.preventDefault(); // what is seen first is meant; while an answer is awaited the form is sent instead
    found[0].click();
  } else if (at !== input && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    input.focus(); // typing goes on where it was
  }
});

function isAnswered(input: HTMLInputElement): boolean {
  const shown = input.closest("#search, #content")?.querySelector<HTMLElement>("[data-asked]");
  return input.value.trim() !== "" && shown?.dataset.asked === input.value.trim();
}
