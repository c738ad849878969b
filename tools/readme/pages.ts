import type { Dataset } from "../../src/dataset/dataset";
import { viewAt } from "../../src/dataset/view";
import { FUNCTIONS } from "../../src/functions";
import { signature } from "../help/function-page";

/** The page of the functions with its table brought up to date. Throws an Error when a marker is missing. */
export function withFunctions(text: string): string {
  const rows = FUNCTIONS.map(
    (definition) => `| \`${signature(definition)}\` | ${definition.summary.replace(/\|/g, "\\|")} |`,
  );
  return fill(text, "functions", ["| function | gives |", "|---|---|", ...rows].join("\n"));
}

/** The page of the sources with its table brought up to date. Throws an Error when a marker is missing. */
export function withSources(text: string, dataset: Dataset): string {
  return fill(text, "sources", sourcesTable(dataset));
}

export function fill(text: string, part: string, content: string): string {
  const [begin, end] = [`<!-- ${part}:begin -->`, `<!-- ${part}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** One row per statistical basis: who counts, how much of it there is, from how many documents, under which licences. */
function sourcesTable(dataset: Dataset): string {
  const view = viewAt(dataset);
  const rows = [...dataset.codes("bases").values()].map((basis) => {
    const observations = dataset.series
      .filter((series) => series.basis === basis.id)
      .flatMap((series) => view.periods(series).flatMap((period) => view.vintages(series, period)));
    const sources = new Set(observations.flatMap(({ source }) => dataset.sources.get(source) ?? []));
    const licences = new Set([...sources].map(({ licence }) => dataset.label("licences", licence)));
    return { basis, count: observations.length, sources: sources.size, licences: [...licences].sort().join("; ") };
  });
  const shown = rows.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return [
    "| who counts | what it is | figures | documents | licence |",
    "|---|---|---|---|---|",
    ...shown.map(
      ({ basis, count, sources, licences }) =>
        `| ${basis.label} | ${String(basis["note"] ?? "")} | ${count} | ${sources} | ${licences || "own work"} |`,
    ),
  ].join("\n");
}
