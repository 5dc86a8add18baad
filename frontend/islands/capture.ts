// Logging a contact from any page: `n` or a link opens the form over the page one is on. What is typed is kept on this
// device until it is saved, so that a closed tab or a lost connection costs nothing; sent twice it is one contact.

import htmx from "htmx.org/dist/htmx.esm.js";

const FORM = "form[data-draft]";

let dialog: HTMLDialogElement | null = null;

function open(link: HTMLAnchorElement): void {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "capture-dialog";
    dialog.append(Object.assign(document.createElement("div"), { id: "capture" }));
    document.body.append(dialog);
  }
  const around = dialog;
  const target = around.querySelector<HTMLElement>("#capture");
  if (!target) return;
  around.setAttribute("aria-label", link.textContent?.trim() ?? "");
  around.showModal();
  void htmx.ajax("get", link.href, { target, select: "#capture", swap: "outerHTML ignoreTitle:true" });
}

function first(place: Element): HTMLElement | null {
  return place.querySelector<HTMLElement>(":is(input, select, textarea):not([type=hidden], [hidden])");
}

document.addEventListener("click", (event) => {
  const pressed = event.target as Element;
  const link = pressed.closest<HTMLAnchorElement>("a[data-capture], .places-act > a");
  if (link && !event.ctrlKey && !event.metaKey && !document.querySelector(`main ${FORM}`)) {
    event.preventDefault();
    open(link);
  } else if (dialog?.open && (pressed === dialog || pressed.closest("[data-close-dialog]"))) {
    event.preventDefault();
    dialog.close();
  }
});

document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  const form = at.closest<HTMLFormElement>(FORM);
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable) return;
  if (at.closest("input, textarea, select, dialog[open]")) return;
  const link = document.querySelector<HTMLAnchorElement>(".places-act > a");
  if (!link || document.querySelector(`main ${FORM}`)) return;
  event.preventDefault();
  open(link);
});

// Drafts: one for each person who signs in here and each form; never the pasted text, never the tokens of this page.

type Draft = [string, string][];

const place = (form: HTMLFormElement): string => `shapan.draft.${form.dataset.draft}.${new URL(form.action).pathname}`;

function keep(form: HTMLFormElement): void {
  const left = new Set(["csrfmiddlewaretoken", "paste", "back"]);
  const rows: Draft = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "" && !left.has(name)) rows.push([name, value]);
  }
  localStorage.setItem(place(form), JSON.stringify(rows));
}

function restore(form: HTMLFormElement): void {
  const kept = localStorage.getItem(place(form));
  if (!kept || form.querySelector(".is-invalid, [data-told]")) return;
  const rows = JSON.parse(kept) as Draft;
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    const values = rows.filter(([name]) => name === field.name).map(([, value]) => value);
    if (!values.length) continue;
    if (field instanceof HTMLSelectElement) for (const option of field.options) option.selected = values.includes(option.value);
    else field.value = values[0] ?? "";
  }
  form.querySelector<HTMLElement>("[data-draft-note]")?.removeAttribute("hidden");
}

function drop(form: HTMLFormElement): void {
  localStorage.removeItem(place(form));
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>(FORM);
    if (form) keep(form); // at every letter: a tab that crashes gives no second chance
  });
}

// Before the picker builds its list out of the <select>: a restored choice must be seen in it.
document.addEventListener("htmx:load", (event) => {
  const part = event.target as Element;
  const form = part.matches(FORM) ? (part as HTMLFormElement) : part.querySelector<HTMLFormElement>(FORM);
  if (form) restore(form);
  if (form?.closest("dialog")) setTimeout(() => (form.querySelector<HTMLElement>(".is-invalid") ?? first(form))?.focus());
  if (part.matches("[data-draft-done]") || part.querySelector("[data-draft-done]")) {
    for (const key of Object.keys(localStorage)) if (key === sent) localStorage.removeItem(key);
  }
});

document.addEventListener("click", (event) => {
  const form = (event.target as Element).closest("[data-draft-drop]")?.closest<HTMLFormElement>(FORM);
  if (!form) return;
  drop(form);
  const target = form.closest<HTMLElement>("#capture");
  if (target) void htmx.ajax("get", form.action, { target, select: "#capture", swap: "outerHTML" });
});

// A form that could not be sent waits for the connection and goes by itself; its token makes twice once.
let sent = "";
let waiting: HTMLFormElement | null = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.matches(FORM)) sent = place(form);
});

document.addEventListener("htmx:sendError", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches(FORM)) return;
  keep(form);
  waiting = form;
  form.querySelector<HTMLElement>("[data-draft-waiting]")?.removeAttribute("hidden");
});

window.addEventListener("online", () => {
  if (waiting?.isConnected) waiting.requestSubmit();
  waiting = null;
});
