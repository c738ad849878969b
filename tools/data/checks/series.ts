import { grouped } from "../../../src/dataset/catalogue";
import { ADDED_RANK } from "../../../src/dataset/overlay";
import { isPlain } from "../../../src/dataset/format/labels";
import { DIMENSIONS } from "../../../src/dataset/records";
import { normalise } from "../../../src/query/words/normalise";
import { overlap, repeated } from "../model/seeds";
import { elementsOf, idOf, keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

export const seriesIds: Check = {
  guarantees:
    "A series id is the join of the dimensions its indicator uses, its frequency and its transformation; no other dimension is filled.",
  run({ seeds, report }) {
    for (const indicator of seeds.rows("codes-indicators")) {
      for (const dimension of keyOf(indicator)) {
        if (!DIMENSIONS.includes(dimension))
          report.problem(indicator, `key: "${dimension}" is no dimension; there are ${DIMENSIONS.join(", ")}`);
      }
    }
    for (const series of seeds.rows("series")) {
      const elements = elementsOf(series);
      const indicator = seeds.find("codes-indicators", elements.indicator);
      if (!indicator) continue;
      const key = keyOf(indicator);
      for (const dimension of DIMENSIONS) {
        if (key.includes(dimension) && elements[dimension] === "")
          report.problem(series, `${dimension}: is empty, and ${elements.indicator} has it in its ids`);
        if (!key.includes(dimension) && elements[dimension] !== "")
          report.problem(series, `${dimension}: is filled, and ${elements.indicator} has no such dimension`);
      }
      const id = idOf(seeds, elements);
      if (id !== series.get("id")) report.problem(series, `id: ${series.get("id")} should be ${id}`);
    }
  },
};

/** How trade is valued. */
const VALUATION = /\b(CIF|FOB)\b/;

export const definitions: Check = {
  guarantees:
    "Every series is defined in one sentence that names who counts, what is measured, and of goods the headings, their edition and how they are valued; two series of one frequency never have the same label, and no label has braces.",
  run(subject) {
    const used = grouped(subject.seeds.rows("series"), (series) => series.get("definition"));
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
    // In the file they stand for the names of areas.
    if (!isPlain(series.get(column))) report.problem(series, `${column}: has braces`);
  }
}

/** The basis of what this project estimates itself. */
const OWN_ESTIMATE = "estimate";

/** From this rank on stand levels that a printed rate implies, behind everything published. */
const IMPLIED = 50;

export const ranks: Check = {
  guarantees:
    "Which series answers is never left open: those that answer one question have different ranks, what a rate implies comes after what is published, and our own estimates have no rank.",
  run(subject) {
    const { seeds, report } = subject;
    const ranked = seeds.rows("series").filter((series) => series.get("rank") !== "");
    for (const series of ranked) checkBand(subject, series);
    for (const rivals of grouped(ranked, (series) => `${questionOf(series)} ${series.get("rank")}`).values())
      for (const [series, other] of repeated(rivals, (a, b) => overlap(seeds.spanOf(a), seeds.spanOf(b))))
        report.problem(
          series,
          `rank: ${series.get("rank")} is also that of ${other.get("id")}, which answers the same question`,
        );
  },
};

function checkBand({ seeds, report }: Subject, series: Row): void {
  if (series.get("basis") === OWN_ESTIMATE)
    report.problem(series, "rank: is filled, and our own estimates answer only when asked for");
  // Those of an organisation are in a band of their own.
  if (seeds.isAdded(series)) return;
  if (Number(series.get("rank")) >= ADDED_RANK)
    report.problem(series, `rank: ${ADDED_RANK} and more are for what organisations add`);
  const implied = series.get("transformation") === "implied";
  if (implied !== Number(series.get("rank")) >= IMPLIED)
    report.problem(
      series,
      `rank: ${implied ? "a level that a rate implies has" : "only a level that a rate implies has"} ${IMPLIED} or more`,
    );
}

/** Everything that tells one question from another: who counts does not. */
function questionOf(series: Row): string {
  const elements = elementsOf(series);
  const asked = {
    ...elements,
    basis: "",
    transformation: elements.transformation === "implied" ? "level" : elements.transformation,
  };
  return Object.values(asked).join(".");
}

export const meanings: Check = {
  guarantees:
    "What a bare word means is laid down for every item that an indicator has series of, and leads to one of them where there is any, trade apart.",
  run(subject) {
    const { seeds, report } = subject;
    const laidDown = new Set(seeds.rows("defaults").filter(stands).map(wordOf));
    for (const row of seeds.rows("defaults").filter(stands)) checkMeaning(subject, row);
    for (const series of seeds.rows("series")) {
      if (!stands(series) || laidDown.has(wordOf(series))) continue;
      report.problem(
        series,
        `item: what ${series.get("item")} means for ${series.get("indicator")} is not in defaults/`,
      );
      laidDown.add(wordOf(series));
    }
  },
};

function stands(row: Row): boolean {
  return row.get("withdrawn") === "";
}

function wordOf(row: Row): string {
  return `${row.get("indicator")} ${row.get("item")}`;
}

function checkMeaning({ seeds, report }: Subject, row: Row): void {
  const indicator = seeds.find("codes-indicators", row.get("indicator"));
  if (!indicator) return;
  const stated = (["item", "stage", "measure"] as const).filter((name) => row.get(name) !== "");
  for (const name of stated)
    if (!keyOf(indicator).includes(name))
      report.problem(row, `${name}: is filled, and ${indicator.get("id")} has no such dimension`);
  const basis = row.get("basis").split("=").at(-1)!;
  if (basis !== "" && !seeds.find("codes-bases", basis)) report.problem(row, `basis: no basis "${basis}"`);
  // In trade the bare word asks for the value even where only weights are published: the refusal then points to the weight.
  if (indicator.get("family") === "trade") return;
  const ofItem = seeds
    .rows("series")
    .filter((series) => series.get("indicator") === row.get("indicator") && series.get("item") === row.get("item"));
  if (ofItem.length > 0 && !ofItem.some((series) => stated.every((name) => series.get(name) === row.get(name)))) {
    report.problem(row, `no series of ${indicator.get("id")} has ${stated.map((name) => row.get(name)).join(", ")}`);
  }
}
