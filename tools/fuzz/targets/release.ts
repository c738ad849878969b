import {
  decodeTable,
  encodeTable,
  isReadable,
  type ReleaseFile,
  type TextTable,
} from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { createCaller, FunctionError } from "../../../src/functions";
import { createSession } from "../../../src/functions/languages";
import { requireShape } from "../../../src/update/verify/shape";
import type { Chance } from "../random";
import { mutated } from "../mutate";
import { must, taken, type Target } from "../target";
import { seedsFile } from "./seeds";
import tried from "./tried.json";

const QUESTIONS: readonly (readonly [string, readonly unknown[]])[] = [
  ["METALS.IMPORTS", ["copper", 2024]],
  ["METALS.STATUS", ["imports", "copper", 2024]],
  ["METALS.SERIES", ["imports", "copper", 2019, 2024]],
];

/** The JSON of a release: refused with a sentence, or opened and asked. */
export const release: Target = () => ({
  seeds: [JSON.stringify(small(seedsFile()))],
  ...tried.release,
  mutate: (input, _other, chance) => JSON.stringify(changed(JSON.parse(input), chance)),
  read: (input) => {
    const file = JSON.parse(input) as ReleaseFile;
    if (!isReadable(file?.schema)) return false;
    let dataset: Dataset;
    const isOpen = taken(
      () => {
        requireShape(file);
        dataset = new Dataset(file);
      },
      (error) => error instanceof RangeError,
    );
    if (!isOpen) return false;
    for (const [name, table] of Object.entries(file.tables)) {
      if (name === "observations") continue;
      const texts = decodeTable(table);
      must(
        JSON.stringify(decodeTable(encodeTable(texts))) === JSON.stringify(texts),
        "a table that is encoded again reads otherwise",
      );
    }
    const caller = createCaller(createSession(dataset!, { addinVersion: "0.2.0" }));
    for (const [id, args] of QUESTIONS)
      taken(
        () => caller.call(id, args),
        (error) => error instanceof FunctionError,
      );
    return true;
  },
});

/** Some rows of every table, and all that they refer to. */
function small(file: ReleaseFile): ReleaseFile {
  const texts = new Map(Object.entries(file.tables).map(([name, table]) => [name, decodeTable(table)]));
  const column = ({ columns, rows }: TextTable, name: string) => rows.map((row) => row[columns.indexOf(name)]!);
  const kept = (name: string, keep: (row: Record<string, string>, index: number) => boolean) => {
    const table = texts.get(name)!;
    const rows = table.rows.filter((row, i) =>
      keep(Object.fromEntries(table.columns.map((each, at) => [each, row[at]!])), i),
    );
    texts.set(name, { columns: table.columns, rows });
    return texts.get(name)!;
  };
  const series = new Set(
    column(
      kept("series", ({ id = "" }) => /^imports\.copper\.chn\.wld\.(?:value|weight)\.customs\.a/.test(id)),
      "id",
    ),
  );
  const figures = kept("observations", (row) => series.has(row["series"]!));
  const sources = new Set(column(figures, "source"));
  for (const name of ["events", "absences"])
    for (const id of column(
      kept(name, (_, i) => i < 2),
      "source",
    ))
      sources.add(id);
  kept("sources", ({ id }) => sources.has(id!));
  for (const name of texts.keys())
    if (
      !["series", "observations", "events", "absences", "sources", "releases"].includes(name) &&
      !name.startsWith("codes/")
    )
      kept(name, (_, i) => i < 3);
  const used = new Set([...texts.get("series")!.rows, ...figures.rows].flat());
  for (const name of texts.keys()) if (name.startsWith("codes/")) kept(name, ({ id = "" }, i) => i < 2 || used.has(id));
  const tables = Object.fromEntries(
    [...texts].map(([name, table]) => [name, encodeTable(table, name === "observations" ? ["value"] : [])]),
  );
  return { ...file, tables };
}

/** JSON with something in it changed. */
function changed(value: unknown, chance: Chance): unknown {
  const path: (readonly [Record<string, unknown>, string])[] = [];
  let at = value;
  while (
    typeof at === "object" &&
    at !== null &&
    Object.keys(at).length > 0 &&
    (path.length < 2 || chance.below(8) > 0)
  ) {
    const key = chance.of(Object.keys(at));
    path.push([at as Record<string, unknown>, key]);
    at = (at as Record<string, unknown>)[key];
  }
  const last = path.at(-1);
  if (!last) return value;
  const [parent, key] = last;
  const whole = parent[key];
  switch (chance.below(6)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      parent[key] = chance.of([null, -1, 0, 1.5, 1e300, "", "x", [], {}, true, "__proto__"]);
      break;
    case 2:
      if (Array.isArray(parent)) parent.push(parent[Number(key)]);
      else parent[chance.of(["__proto__x", "constructor", key + "2"])] = whole;
      break;
    case 3:
      parent[key] =
        typeof whole === "number" ? whole + chance.below(3) - 1 : (parent[chance.of(Object.keys(parent))] ?? null);
      break;
    default:
      if (typeof whole === "string") parent[key] = mutated(whole, "", tried.release.words, chance);
      else if (typeof whole === "number") parent[key] = chance.of([whole + 1, -whole, 1e9]);
  }
  return value;
}
