import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import type { Reader } from "../../../src/query/answer/candidates";
import { Units } from "../../../src/query/units/units";
import { sectionsOf, type Section } from "./rows";
import { EMPTY, HELD } from "./symbols";

/** docs/coverage.md: what the newest release has for every indicator, item and year, and why it has nothing where it has nothing. */
export function coveragePage(release: ReleaseFile): string {
  const dataset = new Dataset(release);
  const reader: Reader = { view: viewAt(dataset), units: new Units(dataset) };
  const { id, date } = reader.view.release;
  return [
    "# Coverage",
    `Written by \`npm run data\`; do not edit. Data release ${id} of ${date}: every indicator, on every basis, by item and year.`,
    legend("A cell with a figure", Object.values(HELD)),
    legend("A cell without one says why", Object.values(EMPTY)),
    "A number counts single partners, countries or holders. Years that a table does not show lie outside everything read for it. The functions answer alike: a cell without a figure is `#N/A`, and the message has the reason and who states it.",
    ...sectionsOf(reader).map(sectionText),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function legend(title: string, symbols: readonly { readonly symbol: string; readonly meaning: string }[]): string {
  return `${title}:\n\n${table(
    ["", "means"],
    symbols.map(({ symbol, meaning }) => [`\`${symbol}\``, meaning]),
  )}`;
}

function sectionText({ title, years, rows }: Section): string {
  return `## ${title}\n\n${table(
    ["", ...years.map((year) => `’${year.slice(2)}`)],
    rows.map(({ label, cells }) => [label, ...cells]),
  )}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `|${cells.join("|")}|`;
  return [line(header), line(header.map(() => "-")), ...rows.map(line)].join("\n");
}
