// The drawing as a picture: the server's own SVG, painted twice as large as it is, or as large as the browser can.

const LARGEST = 12_000; // pixels a side that every browser paints

export function takeOut(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLElement>("[data-png], [data-print]");
  if (!button) return;
  event.preventDefault();
  if (button instanceof HTMLAnchorElement) void paint(button);
  else window.print();
}

async function paint(link: HTMLAnchorElement): Promise<void> {
  const address = new URL(location.href);
  const answer = await fetch(link.pathname + address.search);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
  await picture.decode();
  const scale = Math.min(2, LARGEST / picture.naturalWidth, LARGEST / picture.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * scale;
  canvas.height = picture.naturalHeight * scale;
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const file = document.createElement("a");
    file.href = URL.createObjectURL(blob);
    file.download = link.dataset.png ?? "";
    file.click();
    URL.revokeObjectURL(file.href);
  });
}
