// Choosing people out of many: a list to tick, narrowed by typing, the chosen ones on top.
// By keyboard: type, Enter takes the first; or arrows through the list, which is one stop of the Tab key, however long.
// The <select data-picker> stays in the form and carries the choice; without this island it serves by itself.

type Row = { option: HTMLOptionElement; line: HTMLLabelElement; box: HTMLInputElement };

const FEW = 6; // that many are seen at a glance

function row(select: HTMLSelectElement, option: HTMLOptionElement, changed: () => void): Row {
  const line = document.createElement("label");
  const box = document.createElement("input");
  line.className = "picker-row";
  box.type = select.multiple ? "checkbox" : "radio";
  box.name = `${select.id}-choice`;
  box.setAttribute("form", ""); // groups the radios, and keeps them out of what is sent
  box.className = "form-check-input";
  box.addEventListener("change", () => {
    option.selected = box.checked;
    changed();
  });
  line.append(box, option.label);
  return { option, line, box };
}

function enhance(select: HTMLSelectElement): void {
  const search = document.createElement("input");
  const list = document.createElement("div");
  const picker = document.createElement("div");
  const rows = [...select.options].map((option) => row(select, option, settle));

  function settle(): void {
    // Each word somewhere. What an input method composes parts its syllables by itself: gao'zong.
    const wanted = search.value.toLowerCase().split(/[\s']+/);
    for (const { option, line, box } of rows) {
      box.checked = option.selected;
      const words = `${option.label} ${option.dataset.words ?? ""}`.toLowerCase();
      line.hidden = !box.checked && !wanted.every((word) => words.includes(word));
      line.classList.toggle("is-chosen", box.checked);
    }
    if (!select.multiple) list.scrollTop = 0; // where the chosen one now stands
    if (select.multiple && rows.length > FEW) for (const [n, box] of seen().entries()) box.tabIndex = n ? -1 : 0;
  }

  // As they stand on the screen: the chosen ones on top.
  function seen(): HTMLInputElement[] {
    const shown = rows.filter(({ line }) => !line.hidden).map(({ box }) => box);
    return [...shown.filter((box) => box.checked), ...shown.filter((box) => !box.checked)];
  }

  picker.className = "picker";
  picker.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || !select.multiple || rows.length <= FEW) return;
    event.preventDefault();
    const boxes = seen();
    const next = boxes.indexOf(event.target as HTMLInputElement) + step; // from the words: -1 + 1, the first
    (next < 0 ? search : (boxes[next] ?? boxes.at(-1) ?? search)).focus();
  });
  search.type = "search";
  search.className = "form-control";
  search.autocomplete = "off";
  search.placeholder = select.dataset.picker || (document.body.dataset.narrow ?? "");
  search.addEventListener("input", settle);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // Enter takes the first match; it must not send a half-filled form
    const first = rows.find(({ line, box }) => !line.hidden && !box.checked);
    if (!first || search.value.trim() === "") return;
    first.box.click();
    search.value = "";
    settle();
  });

  // The label and the words of help and error belong to what one sees now.
  search.id = select.id;
  for (const name of ["aria-describedby", "aria-invalid"]) {
    const value = select.getAttribute(name);
    if (value) search.setAttribute(name, value);
  }
  select.removeAttribute("id");
  select.required = false; // a hidden field cannot show the browser's own complaint; the server says it
  select.hidden = true;
  list.className = "picker-list";
  list.setAttribute("role", "group");
  list.append(...rows.map(({ line }) => line));
  select.after(picker);
  picker.append(...(rows.length > FEW ? [search] : []), list);
  if (rows.length <= FEW) list.id = search.id;
  settle();
}

document.addEventListener("htmx:load", (event) => {
  const part = event.target as Element;
  for (const select of part.querySelectorAll<HTMLSelectElement>("select[data-picker]:not([hidden])")) {
    if (select.multiple || select.options.length > FEW) enhance(select);
  }
});
