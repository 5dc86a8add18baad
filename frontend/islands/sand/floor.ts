// The floor the drawing lies on: scrolled, grabbed and zoomed. Without scripts it scrolls by itself.

const SMALLEST = 0.2;
const LARGEST = 2;
const FIRST = 0.72; // a table is not opened so small that names cannot be read
const FAR = 0.5; // below this only names and levels are drawn
let scale = 0;

export const canvas = () => document.getElementById("canvas") as HTMLElement;
export const sheet = () => canvas().querySelector<SVGSVGElement>(".sand-sheet")!;
const natural = () => sheet().viewBox.baseVal;

export function zoomTo(wanted: number, at?: { x: number; y: number }): void {
  const floor = canvas();
  const box = floor.getBoundingClientRect();
  const point = at ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const before = sheet().getBoundingClientRect();
  const across = (point.x - before.left) / before.width;
  const down = (point.y - before.top) / before.height;
  apply(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
  const after = sheet().getBoundingClientRect();
  floor.scrollLeft += after.left + across * after.width - point.x;
  floor.scrollTop += after.top + down * after.height - point.y;
}

export function apply(to = scale): void {
  scale = to;
  sheet().setAttribute("width", String(Math.round(natural().width * scale)));
  sheet().setAttribute("height", String(Math.round(natural().height * scale)));
  canvas().classList.toggle("is-far", scale < FAR);
}

export function fit(smallest = SMALLEST): void {
  const floor = canvas();
  const { width, height } = natural();
  apply(Math.min(1, Math.max(smallest, Math.min(floor.clientWidth / width, (window.innerHeight * 0.62) / height))));
}

export function open(): void {
  const lit = sheet().querySelector(".n.lit");
  if (scale) apply();
  else if (lit) fit();
  else fit(FIRST);
  const top = topmost();
  if (lit) bringToMiddle(lit);
  else if (top) bringToMiddle(top, "start");
}

// The first card at the top with somebody beneath: who stands in the tray is no place to begin.
function topmost(): Element | undefined {
  const loose = [...sheet().querySelectorAll(".n:not([data-up])")];
  return loose.find((card) => document.getElementById(`h${card.id.slice(1)}`)) ?? loose[0];
}

export function bringToMiddle(card: Element, block: "start" | "center" = "center"): void {
  const floor = canvas();
  const around = floor.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  floor.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
  floor.scrollTop += block === "start" ? box.top - around.top - 24 : box.top + box.height / 2 - around.top - around.height / 2;
}

export function bringIntoView(card: Element): void {
  const around = canvas().getBoundingClientRect();
  const box = card.getBoundingClientRect();
  const seen = box.left >= around.left && box.right <= around.right && box.top >= around.top && box.bottom <= around.bottom;
  if (!seen) bringToMiddle(card);
}

export function listen(sand: HTMLElement): void {
  sand.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-zoom]");
    if (button?.dataset.zoom === "fit") fit();
    else if (button) zoomTo(scale * (button.dataset.zoom === "in" ? 1.25 : 0.8));
  });
  sand.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !(event.target as Element).closest("#canvas")) return;
    event.preventDefault();
    zoomTo(scale * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
  }, { passive: false });
  sand.addEventListener("pointerdown", grab);
}

function grab(event: PointerEvent): void {
  const on = event.target as Element;
  if (event.pointerType !== "mouse" || event.button || !on.closest("#canvas") || on.closest("a")) return;
  const floor = canvas();
  let { clientX: x, clientY: y } = event;
  const move = (moved: PointerEvent) => {
    floor.scrollBy(x - moved.clientX, y - moved.clientY);
    ({ clientX: x, clientY: y } = moved);
  };
  floor.classList.add("is-grabbed");
  floor.setPointerCapture(event.pointerId);
  floor.addEventListener("pointermove", move);
  floor.addEventListener("lostpointercapture", () => {
    floor.classList.remove("is-grabbed");
    floor.removeEventListener("pointermove", move);
  }, { once: true });
}
