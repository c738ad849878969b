import { normalise } from "../../src/query/words/normalise";
import type { Subject } from "./checks/check";
import type { Figure } from "./model/figures";
import type { Row } from "./read/table";

/**
 * Where a number comes from, step by step: series, definition, every vintage with source and place, and for a derived
 * figure its arithmetic with each input explained in turn. `words` is a series id or words of its label.
 * Throws an Error when the words name no series or several.
 */
export function explain(subject: Subject, words: string, period: string): string {
  const series = findSeries(subject, words);
  const vintages = subject.figures.vintages(series.get("id"), period);
  if (vintages.length === 0) {
    throw new Error(
      `${series.get("id")} has no figure for ${period}. It has: ${subject.figures.periods(series.get("id")).join(", ") || "none"}.`,
    );
  }
  return [
    `${series.get("id")}  ${period}`,
    ...describeSeries(subject, series),
    "",
    ...vintages.flatMap((figure) => [...describeFigure(subject, figure), ""]),
  ].join("\n");
}

function findSeries({ seeds }: Subject, words: string): Row {
  const exact = seeds.find("series", words);
  if (exact) return exact;
  const wanted = words.split(/\s+/).map(normalise);
  const named = (row: Row): string => normalise(`${row.get("id")} ${row.get("label")} ${row.get("label_zh")}`);
  const found = seeds.rows("series").filter((row) => wanted.every((word) => named(row).includes(word)));
  const [only] = found;
  if (!only) throw new Error(`No series has the words "${words}".`);
  if (found.length > 1)
    throw new Error(
      `Several series have the words "${words}"; name one by its id:\n${found.map((row) => `  ${row.get("id")}  ${row.get("label")}`).join("\n")}`,
    );
  return only;
}

function describeSeries({ seeds }: Subject, series: Row): string[] {
  const definition = seeds.find("definitions", series.get("definition"));
  const hs = definition?.get("hs")
    ? ` HS ${definition.list("hs").join(", ")} (${definition.list("hs_edition").join(", ")}).`
    : "";
  return [
    `  ${series.get("label")}`,
    `  Definition: ${definition?.get("text") ?? ""}${hs}`,
    `  Unit ${series.get("unit")}; lineage ${series.get("lineage")}; rank ${series.get("rank") || "none: answers only by its id"}`,
    ...noteOf(series),
  ].filter((line) => line !== "");
}

function describeFigure(subject: Subject, figure: Figure): string[] {
  const { row, unit, text, value, relation, status, flag, known, published } = figure;
  const [added, withdrawn] = [row.get("added"), row.get("withdrawn")];
  const standing = [relation, `status ${status}`, ...(flag ? [flag] : [])].join(", ");
  const lines = [
    `${text} ${unit.id}${unit.scale === 0 ? "" : ` = ${value.toString()} in base units`}  (${standing})`,
    `  published ${published || "on an unknown day"}, known from ${known}; counts from ${added}${withdrawn ? ` until ${withdrawn}, which corrects it` : ""}`,
    `  in ${row.file} line ${row.line}`,
    ...noteOf(row),
  ];
  const derivation = subject.derived.get(row);
  if (!derivation) return [...lines, ...describePlaces(subject, row)];
  const inputs = derivation.inputs.flatMap(({ name, figure: input }) => [
    `  where ${name} = ${input.series} ${input.period}`,
    ...describeFigure(subject, input).map((line) => `    ${line}`),
  ]);
  return [...lines, `  computed: ${row.get("formula")}`, ...inputs];
}

function describePlaces({ seeds }: Subject, row: Row): string[] {
  const source = seeds.find("sources", row.get("source"));
  const place = `  source: ${source ? citation(source) : row.get("source")}, at ${row.get("locator")}`;
  return [place, ...row.list("also").map((also) => `  also: ${also.replace("#", " at ")}`)];
}

function citation(source: Row): string {
  const parts = [
    ...new Set([
      source.get("creator"),
      source.get("title"),
      source.get("publisher"),
      source.get("published"),
      source.get("url"),
    ]),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function noteOf(row: Row): string[] {
  return row.get("note") === "" ? [] : [`  note: ${row.get("note")}`];
}
