// The panel beside the house: when a part opens out of sight, bring it into sight and move the keyboard there.

document.addEventListener("htmx:afterSwap", (event) => {
  const panel = event.target as HTMLElement;
  if (panel.id !== "panel") return;
  const box = panel.getBoundingClientRect();
  if (box.top < 0 || box.top > window.innerHeight * 0.6) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    panel.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }
  panel.focus({ preventScroll: true });
});

// "Close" empties the panel where there is one; on a page of its own it is a link back to the house.
document.addEventListener("click", (event) => {
  const close = (event.target as Element).closest("#panel [data-close]");
  if (!close) return;
  event.preventDefault();
  document.getElementById("panel")?.replaceChildren();
});
