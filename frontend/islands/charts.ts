// Charts, drawn from the table beside them: the table is the truth, and stays for whoever reads it.

import { RadarChart } from "echarts/charts";
import { LegendComponent, RadarComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([RadarChart, RadarComponent, LegendComponent, SVGRenderer]);

const FULL = 10;

interface Line {
  name: string;
  values: number[];
}

/** `<div data-radar="id of a table">`: a row for each axis, a column for each line, numbers in `data-value`. */
function read(table: HTMLTableElement): { axes: string[]; lines: Line[] } {
  const heads = [...table.tHead!.rows[0]!.cells].filter((cell) => "line" in cell.dataset);
  const rows = [...table.tBodies[0]!.rows];
  const numbers = (row: HTMLTableRowElement) => [...row.querySelectorAll<HTMLElement>("[data-value]")];
  return {
    axes: rows.map((row) => row.cells[0]!.dataset["axis"] ?? row.cells[0]!.innerText),
    lines: heads.map((head, place) => ({
      name: head.innerText.trim(),
      values: rows.map((row) => Number(numbers(row)[place]?.dataset["value"] || 0)),
    })),
  };
}

function draw(place: HTMLElement, table: HTMLTableElement) {
  const style = getComputedStyle(place);
  const probe = document.createElement("span");
  place.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const tones = [colour("--accent"), colour("--competitor")];
  const [ink, line] = [colour("--ink-soft"), colour("--line-strong")];
  const { axes, lines } = read(table);
  place.replaceChildren();
  const chart = init(place, null, { renderer: "svg", width: place.clientWidth, height: place.clientHeight });
  chart.setOption({
    animation: false,
    color: tones,
    textStyle: { fontFamily: style.fontFamily, color: ink },
    legend: { bottom: 0, textStyle: { color: ink }, data: lines.map((one) => one.name) },
    radar: {
      radius: "56%",
      center: ["50%", "46%"],
      indicator: axes.map((name) => ({ name, max: FULL })),
      axisName: { color: ink, width: 72, overflow: "break" },
      splitArea: { show: false },
      splitLine: { lineStyle: { color: line, opacity: 0.4 } },
      axisLine: { lineStyle: { color: line, opacity: 0.4 } },
    },
    series: [
      {
        type: "radar",
        symbolSize: 5,
        data: lines.map((one, place) => ({
          name: one.name,
          value: one.values,
          areaStyle: { opacity: place ? 0 : 0.12 },
          lineStyle: { width: 2, type: place ? "dashed" : "solid" },
        })),
      },
    ],
  });
  return chart;
}

for (const place of document.querySelectorAll<HTMLElement>("[data-radar]")) {
  const table = document.getElementById(place.dataset["radar"]!) as HTMLTableElement;
  let chart = draw(place, table);
  new ResizeObserver(() => chart.resize({ width: place.clientWidth, height: place.clientHeight })).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    chart.dispose();
    chart = draw(place, table);
  });
}
