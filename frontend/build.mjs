// Writes everything the browser loads into foundation's ignored `static/built` folder: one sheet, one script for every
// page and one for pages with charts, one sprite.

import { copyFile, mkdir, readFile, readdir, rm, watch, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const built = join(root, "shapan/foundation/static/built");
const outlines = join(root, "node_modules/@tabler/icons/icons/outline");
const watching = process.argv.includes("--watch");

const options = {
  entryPoints: [
    { in: join(here, "islands/app.ts"), out: "app" },
    { in: join(here, "islands/charts.ts"), out: "charts" },
    { in: join(here, "css/app.css"), out: "app" },
    { in: join(here, "css/drawing.css"), out: "drawing" },
  ],
  outdir: built,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  logLevel: "info",
};

function symbol(id, svg) {
  const shapes = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, "")
    .replace(/>\s+</g, "><")
    .trim();
  return (
    `<symbol id="${id}" viewBox="0 0 24 24" fill="none" stroke="currentColor" ` +
    `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
  );
}

async function sprite() {
  const names = (await readFile(join(here, "icons.txt"), "utf8")).split(/\s+/).filter(Boolean);
  const ours = await readdir(join(here, "symbols"));
  const sources = [
    ...names.map((name) => [name, join(outlines, `${name}.svg`)]),
    ...ours.map((file) => [file.replace(/\.svg$/, ""), join(here, "symbols", file)]),
  ];
  const symbols = await Promise.all(sources.map(async ([id, file]) => symbol(id, await readFile(file, "utf8"))));
  await writeFile(join(built, "sprite.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

async function keepSprite() {
  for await (const change of watch(here, { recursive: true })) {
    if (/icons\.txt$|symbols/.test(change.filename ?? "")) await sprite();
  }
}

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await sprite();
await copyFile(join(here, "mark.svg"), join(built, "mark.svg"));
if (watching) {
  await (await esbuild.context(options)).watch();
  await keepSprite();
} else {
  await esbuild.build(options);
}
