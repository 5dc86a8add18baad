// Messages can be put away, and a request that got no answer says so instead of failing silently.

const place = () => document.getElementById("messages");

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest("[data-dismiss]");
  button?.closest("[role]")?.remove();
});

function sayNoAnswer(): void {
  const words = document.getElementById("no-answer");
  if (words instanceof HTMLTemplateElement) place()?.replaceChildren(words.content.cloneNode(true));
}

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, sayNoAnswer);
}
