// Menus are <details class="menu">: they open by themselves. This closes them as people expect.

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

function closeExcept(kept: Node | null): void {
  for (const menu of openMenus()) if (!kept || !menu.contains(kept)) menu.open = false;
}

document.addEventListener("click", (event) => closeExcept(event.target as Node));
document.addEventListener("focusin", (event) => closeExcept(event.target as Node));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
