// A card dragged onto another asks whether it reports there from now on; nothing is changed before that is confirmed.

import htmx from "htmx.org/dist/htmx.esm.js";
import { canvas, sheet } from "./floor";

const FAR_ENOUGH = 6; // pixels: less is a click
const EDGE = 40;
const isPost = (card: Element | null): card is SVGAElement => card !== null && /^c\d+(-\d+)?$/.test(card.id);
const postOf = (card: Element) => card.id.slice(1).replace(/-.*/, "");

export function listen(sand: HTMLElement): void {
  if (!sand.dataset.mayMove) return;
  sand.addEventListener("dragstart", (event) => event.preventDefault());
  sand.addEventListener("pointerdown", (event) => {
    const card = (event.target as Element).closest(".n");
    if (event.pointerType === "mouse" && !event.button && isPost(card)) new Carried(card, event);
  });
}

class Carried {
  private ghost?: SVGAElement;
  private over: Element | null = null;

  constructor(private card: SVGAElement, private from: PointerEvent) {
    document.addEventListener("pointermove", this.move);
    document.addEventListener("pointerup", this.drop, { once: true });
    document.addEventListener("keydown", this.cancel);
  }

  private move = (event: PointerEvent) => {
    const [dx, dy] = [event.clientX - this.from.clientX, event.clientY - this.from.clientY];
    if (!this.ghost && Math.hypot(dx, dy) < FAR_ENOUGH) return;
    if (!this.ghost) this.lift();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(sheet().getScreenCTM()!.inverse());
    this.ghost!.setAttribute("transform", `translate(${Math.round(at.x - 86)} ${Math.round(at.y - 20)})`);
    this.scroll(event);
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest(".n") ?? null;
    this.over?.classList.remove("is-target");
    this.over = isPost(under) && postOf(under) !== postOf(this.card) ? under : null;
    this.over?.classList.add("is-target");
  };

  private lift(): void {
    this.ghost = this.card.cloneNode(true) as SVGAElement;
    this.ghost.removeAttribute("id");
    this.ghost.style.pointerEvents = "none";
    sheet().append(this.ghost);
    this.card.classList.add("is-carried");
  }

  private scroll(event: PointerEvent): void {
    const box = canvas().getBoundingClientRect();
    const pull = (near: number, far: number) => (near < EDGE ? near - EDGE : far < EDGE ? EDGE - far : 0) / 2;
    canvas().scrollBy(
      pull(event.clientX - box.left, box.right - event.clientX),
      pull(event.clientY - box.top, box.bottom - event.clientY),
    );
  }

  private cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    this.over = null;
    this.drop();
  };

  private drop = () => {
    document.removeEventListener("pointermove", this.move);
    document.removeEventListener("keydown", this.cancel);
    if (!this.ghost) return;
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }));
    this.ghost.remove();
    this.card.classList.remove("is-carried");
    this.over?.classList.remove("is-target");
    if (this.over) ask(postOf(this.card), postOf(this.over));
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function ask(post: string, boss: string): void {
  const back = encodeURIComponent(location.pathname + location.search);
  void htmx.ajax("get", `/posts/${post}/reporting/?boss=${boss}&back=${back}`, { target: "#panel", select: ".form-page", swap: "innerHTML" });
}
