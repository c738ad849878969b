import { normalise } from "../../../src/query/words/normalise";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** How trade is valued. */
const VALUATION = /\b(CIF|FOB)\b/;

export const definitions: Check = {
  guarantees:
    "Every series is defined in one sentence that names who counts, what is measured, and of goods the headings, their edition and how they are valued; two series of one frequency never have the same label.",
  run(subject) {
    const used = new Map<string, Row[]>();
    for (const series of subject.seeds.rows("series"))
      used.set(series.get("definition"), [...(used.get(series.get("definition")) ?? []), series]);
    for (const definition of subject.seeds.rows("definitions")) {
      const faults = [
        ...faultsOf(definition),
        ...(used.get(definition.get("id")) ?? []).flatMap((series) => missingFor(subject, series, definition)),
      ];
      for (const fault of faults) subject.report.problem(definition, fault);
    }
    for (const column of ["label", "label_zh"]) checkLabels(subject, column);
  },
};

function faultsOf(definition: Row): string[] {
  const text = definition.get("text");
  const chinese = definition.get("text_zh");
  const editions = definition.list("hs_edition").map((edition) => edition.replace(/^(HS|CN|China) /, ""));
  const unnamed = [...codesOf(definition), ...editions].filter((code) => !normalise(text).includes(normalise(code)));
  return [
    ...(text.endsWith(".") && !/\.\s+\p{Lu}/u.test(text) ? [] : ["text: is not one sentence"]),
    ...(chinese.indexOf("。") === chinese.length - 1 ? [] : ["text_zh: is not one sentence"]),
    ...unnamed.map((code) => `text: does not name ${code}`),
    ...((definition.get("hs") === "") === (definition.get("hs_edition") === "")
      ? []
      : ["hs_edition: headings have an edition, and only headings"]),
  ];
}

/** What the definition of a series fails to say of it. */
function missingFor({ seeds }: Subject, series: Row, definition: Row): string[] {
  const text = definition.get("text");
  const names = (list: string, code: string) =>
    code === "" || wordsOf(seeds.find(list, code)).some((word) => normalise(text).includes(word));
  const isTrade = seeds.find("codes-indicators", series.get("indicator"))?.get("family") === "trade";
  const headings = codesOf(seeds.find("codes-items", series.get("item")));
  const defined = codesOf(definition);
  return [
    ...["basis", "measure"]
      .filter((column) => !names(`codes-${column === "basis" ? "bases" : "measures"}`, series.get(column)))
      .map((column) => `text: does not name the ${column}, ${series.get(column)}`),
    ...(series.get("unit") === "t REO" && !/oxide/i.test(text) ? ["text: does not say that tonnes are of oxide"] : []),
    ...(isTrade && series.get("measure") !== "weight" && !VALUATION.test(text)
      ? ["text: does not say CIF or FOB"]
      : []),
    ...(isTrade && headings.some((heading) => !defined.some((code) => code.startsWith(heading)))
      ? [`hs: ${definition.get("hs")} are not the headings of ${series.get("item")}, ${headings.join(", ")}`]
      : []),
  ];
}

/** The customs codes of a definition or an item; a sum of several is joined by a plus. */
function codesOf(row: Row | undefined): string[] {
  return (row?.get("hs") ?? "").split(/[|+]/).filter((code) => code !== "");
}

function wordsOf(code: Row | undefined): string[] {
  return code
    ? [code.get("id"), code.get("label"), ...code.list("aliases")].map(normalise).filter((word) => word !== "")
    : [];
}

function checkLabels({ seeds, report }: Subject, column: string): void {
  const seen = new Map<string, Row>();
  for (const series of seeds.rows("series")) {
    const key = `${series.get("freq")} ${series.get(column)}`;
    const other = seen.get(key);
    if (other && other.get("id") !== series.get("id"))
      report.problem(series, `${column}: is also that of ${other.get("id")}`);
    else seen.set(key, series);
  }
}
