import { Dataset } from "../../../src/dataset/dataset";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import type { Decimal } from "../../../src/dataset/decimal";
import type { Observation, Series } from "../../../src/dataset/records";
import { viewAt, type View } from "../../../src/dataset/view";
import { askOfSeries } from "../../../src/query/answer/ask";
import { shortCitation, sourceOf } from "../../../src/query/citation";
import { describe } from "../../../src/query/describe";
import { printedEvidence } from "../../../src/query/evidence";
import { Units } from "../../../src/query/units/units";
import type { Descriptor, Field } from "../read/descriptor";
import type { Files } from "../read/files";
import { bytesOf, withDigest } from "./bundle";
import { csvText } from "./csv";

/** Columns of the flat file, with what each holds. */
const COLUMNS: readonly (readonly [name: string, description: string, type?: Field["type"]])[] = [
  ["series", "Stable id of the series; METALS.GET takes it."],
  ["label", "What the series is, in words."],
  ["indicator", "What is measured."],
  ["item", "Metal or product."],
  ["area", "Country or area whose figure it is."],
  ["partner", "Trading partner."],
  ["period", "2024, 2024-H1, 2024-Q2, 2024-06, 2026-01/2026-04 or 2012/2024."],
  ["value", "The newest vintage, in the unit beside it.", "number"],
  ["unit", "Base unit of the series."],
  ["status", "Published, estimated, provisional, forecast, derived …; and whether it is a bound or an approximation."],
  ["source", "The documents it is from."],
  ["url", "Address of the first of them."],
  ["release", "The data release that gives it."],
];

/**
 * Every figure that the newest release gives, a row each and nothing to join: `observations.csv`, the same by subject, and
 * the descriptor of both. For people and programs without the add-in.
 */
export function flatFiles(release: ReleaseFile, { title, licenses }: Descriptor): Files {
  const dataset = new Dataset(release);
  const view = viewAt(dataset);
  const units = new Units(dataset);
  const bySubject = new Map<string, string[][]>();
  for (const series of view.catalogue.series) {
    const subject = String(dataset.codes("indicators").get(series.indicator)?.["family"] ?? "");
    const rows = bySubject.get(subject) ?? [];
    bySubject.set(subject, rows);
    const head = headOf(dataset, series);
    for (const period of view.periods(series))
      rows.push([...head, ...tailOf(view, units, view.observation(series, period)!)]);
  }
  const all: readonly (readonly [name: string, path: string, rows: readonly string[][]])[] = [
    ["observations", "observations.csv", [...bySubject.values()].flat()],
    ...[...bySubject].map(([name, rows]) => [`observations-${name}`, `observations/${name}.csv`, rows] as const),
  ];
  const columns = COLUMNS.map(([name]) => name);
  const fields = COLUMNS.map(([name, description, type = "string"]) => ({ name, description, type }));
  const files = new Map<string, Uint8Array>();
  const resources = all.map(([name, path, rows]) => {
    const described = { name, path, type: "table", format: "csv", mediatype: "text/csv", encoding: "utf-8" };
    const listed = withDigest(described, csvText({ columns, rows }), path, files);
    return { ...listed, schema: { fields, primaryKey: ["series", "period"] } };
  });
  const descriptor = {
    name: "orebook-flat",
    title,
    version: release.release,
    created: `${release.date}T00:00:00Z`,
    licenses,
    resources,
  };
  return files.set("datapackage.json", bytesOf(`${JSON.stringify(descriptor, undefined, 2)}\n`));
}

function headOf(dataset: Dataset, series: Series): string[] {
  const label = (list: string, id: string) => (id === "" ? "" : dataset.label(list, id));
  return [
    series.id,
    describe(dataset, askOfSeries(series)),
    label("indicators", series.indicator),
    label("items", series.item),
    label("areas", series.reporter),
    label("areas", series.partner),
  ];
}

/** A quotient can have any number of digits; more than a number of a program holds are noise. */
function readable(value: Decimal): string {
  const text = value.toString();
  return text.length > 20 ? String(value.toNumber()) : text;
}

function tailOf(view: View, units: Units, figure: Observation): string[] {
  const { dataset } = view;
  const sources = [...new Set(printedEvidence(view, [figure]).map(({ source }) => source))].map((id) =>
    sourceOf(dataset, id),
  );
  return [
    figure.period,
    readable(units.baseValue(figure)),
    figure.series.unit,
    [
      figure.formula ? "Derived" : dataset.label("statuses", figure.status),
      ...(figure.relation === "exact" ? [] : [dataset.label("relations", figure.relation).toLowerCase()]),
    ].join(", "),
    [...new Set(sources.map(shortCitation))].join("; "),
    sources[0]?.url ?? "",
    view.release.id,
  ];
}
