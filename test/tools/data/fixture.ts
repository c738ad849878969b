import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathsOf, type Descriptor, type Resource } from "../../../tools/data/read/descriptor";
import type { Files } from "../../../tools/data/read/files";
import { csvText } from "../../../tools/data/release/csv";

export const SEEDS = join(__dirname, "..", "..", "..", "seeds");

/** A row as the columns that are not blank. */
export type Cells = Record<string, string>;

/** A package that tests change before it is compiled: tables by path, other files as text, texts changed last. */
export interface Draft {
  readonly tables: Record<string, Cells[]>;
  readonly texts: Record<string, string>;
  /** Changes to the finished text of a file. */
  readonly rewritten: Record<string, (text: string) => string>;
  descriptor: Descriptor;
}

const OBSERVATION_FILES = ["observations/trade.csv", "observations/output.csv", "observations/quotas.csv"];

/** A small valid package under the real schemas. */
export function draft(): Draft {
  const real = JSON.parse(readFileSync(join(SEEDS, "datapackage.json"), "utf8")) as Descriptor;
  const tables = real.resources.filter(({ schema }) => schema !== undefined);
  const recipe: Resource = { name: "tables-copper", path: "tables/copper.json", format: "json" };
  const own = tables.map((resource) =>
    resource.name === "observations" ? { ...resource, path: OBSERVATION_FILES } : inOneFile(resource),
  );
  return {
    descriptor: { ...real, version: "2.0.0", created: "2026-12-01T00:00:00Z", resources: [...own, recipe] },
    tables: { ...codes(), ...facts() },
    texts: { "tables/copper.json": JSON.stringify(recipeOfCopper()) },
    rewritten: {},
  };
}

/** A table of the seeds that is spread over files by subject, as if it were in one. */
export function inOneFile(resource: Resource): Resource {
  return pathsOf(resource).length > 1 ? { ...resource, path: `${resource.name}.csv` } : resource;
}

/** The one recipe of the fixture. */
export function recipeOfCopper() {
  return {
    id: "copper",
    name: "Copper",
    name_zh: "铜",
    subtitle: "USD",
    subtitle_zh: "美元",
    frequency: "a",
    parameters: { from: "first", to: "last" },
    question: { indicator: "imports", item: "copper" },
    rows: [{ kind: "periods", frequency: "a" }],
    columns: [
      { show: "period", header: "Year", header_zh: "年份" },
      { show: "value", header: "Imports", header_zh: "进口" },
    ],
  };
}

/** The files of a draft, columns in the order of their schema. */
export function filesOf({ descriptor, tables, texts, rewritten }: Draft): Files {
  const written = descriptor.resources.flatMap((resource) => {
    const columns = resource.schema?.fields.map(({ name }) => name);
    return pathsOf(resource).flatMap((path): [string, string][] => {
      if (!columns) return texts[path] === undefined ? [] : [[path, texts[path]]];
      return [
        [
          path,
          csvText({ columns, rows: (tables[path] ?? []).map((cells) => columns.map((column) => cells[column] ?? "")) }),
        ],
      ];
    });
  });
  const all: [string, string][] = [...written, ["datapackage.json", JSON.stringify(descriptor, undefined, 2)]];
  return new Map(all.map(([path, text]) => [path, new TextEncoder().encode(rewritten[path]?.(text) ?? text)]));
}

function codes(): Record<string, Cells[]> {
  const list = (name: string, ...rows: (string | Cells)[]): [string, Cells[]] => [
    `codes/${name}.csv`,
    rows.map((row) =>
      typeof row === "string"
        ? { id: row, label: row, label_zh: `中${row}` }
        : { label: row["id"]!, label_zh: `中${row["id"]!}`, ...row },
    ),
  ];
  const indicator = (id: string, key: string, unit: string, measure: string, family = "trade"): Cells => ({
    id,
    key,
    unit,
    measure,
    family,
    additive: "yes",
  });
  const unit = (id: string, kind: string, base: string, scale: string): Cells => ({ id, kind, base, scale });
  return Object.fromEntries([
    list(
      "indicators",
      indicator("imports", "item reporter partner measure basis", "USD", "value"),
      indicator("exports", "item reporter partner measure basis", "USD", "value"),
      indicator("balance", "item reporter partner measure basis", "USD", "value"),
      indicator("production", "item reporter stage measure basis", "t", "content", "production"),
      indicator("quota", "item reporter stage group batch holder basis", "t REO", "", "quota"),
    ),
    list("lineages", { id: "gacc", habit: "Every month", habit_zh: "每月", every: "1" }),
    list(
      "items",
      { id: "copper", aliases: "copper ore|red metal", symbol: "Cu", hs: "2603" },
      { id: "bauxite" },
      { id: "aluminium", symbol: "Al", hs: "2606" },
      "rare-earths",
    ),
    ["codes/aliases.csv", [{ alias: "bauxite", item: "aluminium", indicators: "imports|exports" }]],
    list(
      "areas",
      { id: "chn", kind: "country", alpha2: "CN" },
      { id: "pak", kind: "country" },
      { id: "chl", kind: "country" },
      { id: "wld", kind: "aggregate" },
    ),
    list("factors", {
      id: "Li",
      element: "Li",
      metal_mass: "6.94",
      mass: "6.94",
      arithmetic: "1",
      note: "Atomic weights",
    }),
    list("stages", "mine", "mining"),
    list("groups", "total", "light", "heavy"),
    list("batches", { id: "all", label: "whole" }, "b1", "b2", "b3"),
    list("holders", { id: "all", label: "everyone" }, "north"),
    list(
      "measures",
      { id: "value", unit_kind: "money:USD" },
      { id: "weight", unit_kind: "mass" },
      { id: "content", unit_kind: "mass" },
    ),
    list("bases", "customs", "usgs", "miit", "estimate"),
    list(
      "units",
      unit("USD", "money:USD", "USD", "0"),
      unit("USD bn", "money:USD", "USD", "9"),
      unit("t", "mass", "t", "0"),
      unit("kt", "mass", "t", "3"),
      unit("t REO", "mass", "t", "0"),
      unit("1", "rate", "1", "0"),
      unit("%", "rate", "1", "-2"),
    ),
    list("transformations", "level", "growth", "growth-previous", "growth-computed", "cagr", "implied", "change"),
    list("frequencies", "a", "s", "m", "p"),
    list("statuses", "A", "E", "F"),
    list("relations", "exact", "at-least", "at-most", "approximately"),
    list("flags", "revised-base", "unverified"),
    list("reasons", "confidential", "not-published"),
    list("licences", "facts-only", "cc-by-4.0"),
    list(
      "event_types",
      { id: "export-control", control: "yes" },
      { id: "suspension", control: "no" },
      { id: "record", control: "no" },
    ),
    list("event_states", "in-force"),
  ]);
}

function facts(): Record<string, Cells[]> {
  const source = (id: string, published: string, more: Cells = {}): Cells => ({
    id,
    title: `Report ${id}`,
    publisher: "The Paper",
    published,
    accessed: "2026-11-20",
    licence_state: "licensed",
    licence: "facts-only",
    added: "R1",
    ...more,
  });
  return {
    "sources.csv": [
      source("paper-a", "2025-08-14", { url: "https://example.org/a" }),
      source("paper-b", "2025"),
      source("yearbook-2025", "2025-01-31"),
      source("yearbook-2026", "2026-02-01"),
      source("closed", "2025-03", { licence_state: "withheld", licence: "" }),
    ],
    "definitions.csv": [{ id: "trade", ...DEFINITION }],
    "series.csv": [
      ...[
        "imports.copper.chn.wld.value.customs.a",
        "imports.copper.chn.pak.value.customs.a",
        "imports.copper.chn.chl.value.customs.a",
        "exports.copper.chn.wld.value.customs.a",
      ].map((id) => series(id, "USD")),
      series("balance.copper.chn.wld.value.customs.a", "USD"),
      series("imports.copper.chn.wld.value.customs.p.cagr", "1", { rank: "" }),
      series("imports.copper.chn.wld.value.customs.a.growth", "1"),
      series("imports.copper.chn.wld.value.customs.a.growth-computed", "1"),
      series("imports.copper.chn.wld.value.estimate.a", "USD", { rank: "" }),
      series("imports.copper.chn.wld.weight.customs.m", "t"),
      series("imports.copper.chn.wld.weight.customs.m.growth-previous", "1"),
      series("imports.copper.chn.wld.weight.customs.s", "t"),
      series("production.copper.wld.mine.content.usgs.a", "t"),
      series("production.copper.chl.mine.content.usgs.a", "t"),
      ...["total.all", "light.all", "heavy.all", "total.b1", "total.b2"].map((split) =>
        series(`quota.rare-earths.chn.mining.${split}.all.miit.a`, "t REO"),
      ),
      series("quota.rare-earths.chn.mining.total.all.north.miit.a", "t REO"),
    ],
    "observations/trade.csv": [
      seen("imports.copper.chn.wld.value.customs.a", "2012", "16.93", "USD bn", "paper-a", {
        locator: "p10",
        also: "paper-b#t:Trade; row China",
      }),
      seen("imports.copper.chn.wld.value.customs.a", "2023", "60.10", "USD bn", "paper-a"),
      seen("imports.copper.chn.wld.value.customs.a", "2024", "67.33", "USD bn", "paper-a", { withdrawn: "R2" }),
      seen("imports.copper.chn.wld.value.customs.a", "2024", "67.32", "USD bn", "paper-a", { added: "R2" }),
      seen("imports.copper.chn.pak.value.customs.a", "2024", "0.31", "USD bn", "paper-b"),
      seen("imports.copper.chn.chl.value.customs.a", "2024", "20", "USD bn", "closed"),
      seen("exports.copper.chn.wld.value.customs.a", "2024", "1.20", "USD bn", "paper-a"),
      seen("balance.copper.chn.wld.value.customs.a", "2024", "-66.12", "USD bn", "paper-b"),
      seen("imports.copper.chn.wld.value.customs.a.growth", "2024", "11.0", "%", "paper-a"),
      ...["01", "02", "03", "04", "05", "06"].map((month, i) =>
        seen("imports.copper.chn.wld.weight.customs.m", `2025-${month}`, String(100 + i), "t", "paper-a"),
      ),
      seen("imports.copper.chn.wld.weight.customs.s", "2025-H1", "614", "t", "paper-b"),
      seen("imports.copper.chn.wld.weight.customs.m.growth-previous", "2025-02", "1.0", "%", "paper-a"),
    ],
    "observations/output.csv": [
      seen("production.copper.wld.mine.content.usgs.a", "2024", "23000", "kt", "yearbook-2025", { status: "E" }),
      seen("production.copper.wld.mine.content.usgs.a", "2024", "22900", "kt", "yearbook-2026"),
      seen("production.copper.chl.mine.content.usgs.a", "2024", "5300", "kt", "yearbook-2025", { status: "E" }),
      seen("production.copper.chl.mine.content.usgs.a", "2024", "5500", "kt", "yearbook-2026"),
      seen("production.copper.wld.mine.content.usgs.a", "2027", "25000", "kt", "yearbook-2026", { status: "F" }),
    ],
    "observations/quotas.csv": [
      seen("quota.rare-earths.chn.mining.total.all.all.miit.a", "2024", "270000", "t REO", "paper-a"),
      seen("quota.rare-earths.chn.mining.light.all.all.miit.a", "2024", "250000", "t REO", "paper-a"),
      seen("quota.rare-earths.chn.mining.heavy.all.all.miit.a", "2024", "20000", "t REO", "paper-a"),
      seen("quota.rare-earths.chn.mining.total.b1.all.miit.a", "2024", "135000", "t REO", "paper-a"),
      seen("quota.rare-earths.chn.mining.total.b2.all.miit.a", "2024", "135000", "t REO", "paper-a"),
      seen("quota.rare-earths.chn.mining.total.all.north.miit.a", "2024", "189000", "t REO", "paper-a"),
    ],
    "derivations.csv": [
      computed("imports.copper.chn.wld.value.customs.p.cagr", "2012/2024", "(b/a)^(1/12)-1", "12.191", "%", {
        added: "R2",
      }),
      computed("imports.copper.chn.wld.value.customs.a.growth-computed", "2024", "b/a-1", "12.01", "%", {
        inputs: "a=imports.copper.chn.wld.value.customs.a@2023|b=imports.copper.chn.wld.value.customs.a@2024",
        added: "R2",
      }),
      {
        ...computed("imports.copper.chn.wld.value.estimate.a", "2024", "2*c", "40", "USD bn"),
        inputs: "c=imports.copper.chn.chl.value.customs.a@2024",
      },
    ],
    "absences.csv": [
      {
        series: "quota.*.chn.*.*.*.*.miit.a",
        from: "2025",
        to: "2026",
        reason: "confidential",
        source: "paper-a",
        locator: "text",
        added: "R1",
      },
    ],
    "events.csv": [
      event("control-1", { announced: "2025-04-04", in_force: "2025-04-04", items: "copper|rare-earths" }),
      event("control-2", { published: "2025-04", figures: "share>=0.1 %" }),
      event("control-2", {
        published: "2025-11-07",
        suspended_from: "2025-11-07",
        suspended_to: "2026-11-10",
        related: "control-1|pause-1",
      }),
      event("pause-1", { type: "suspension", published: "2025-11-07" }),
    ],
    "defaults.csv": [
      {
        indicator: "production",
        item: "copper",
        stage: "mine",
        measure: "content",
        text: "Mine output",
        text_zh: "矿山产量",
        added: "R1",
      },
      ...["imports", "exports", "balance"].map((indicator) => ({
        indicator,
        item: "copper",
        measure: "value",
        text: "Ores",
        text_zh: "矿砂",
        added: "R1",
      })),
      { indicator: "quota", item: "rare-earths", text: "Quota", text_zh: "指标", added: "R1" },
    ],
    "breaks.csv": [],
    "corrections.csv": [
      {
        id: "c1",
        series: "imports.copper.chn.wld.value.customs.a",
        period: "2024",
        expected: "67.33",
        corrected: "67.32",
        reason: "Misread",
        release: "R2",
      },
    ],
    "releases.csv": [
      { id: "R1", date: "2026-11-22", summary: "First", summary_zh: "首个" },
      { id: "R2", date: "2026-12-01", summary: "Second", summary_zh: "第二" },
    ],
  };
}

/** One for all series of the fixture. */
const DEFINITION: Cells = {
  text: "What customs, usgs and miit count, or an estimate: value (CIF or FOB), weight or content of copper (HS 2603, edition of 2022), and rare earths in tonnes of oxide.",
  text_zh: "海关等机构的统计。",
  hs: "2603",
  hs_edition: "HS 2022",
  calendar: "calendar year",
};

/** A series row whose dimensions are read from its id. */
export function series(id: string, unit: string, more: Cells = {}): Cells {
  const [indicator = "", ...elements] = id.split(".");
  const key =
    { production: "item reporter stage measure basis", quota: "item reporter stage group batch holder basis" }[
      indicator
    ] ?? "item reporter partner measure basis";
  const names = [...key.split(" "), "freq", "transformation"];
  const dimensions = Object.fromEntries(elements.map((element, i) => [names[i]!, element]));
  const texts = { label: id, label_zh: id, definition: "trade", lineage: "gacc", rank: "1", additive: "yes" };
  return { id, indicator, transformation: "level", ...dimensions, unit, ...texts, added: "R1", ...more };
}

/** A printed figure. */
export function seen(id: string, period: string, value: string, unit: string, source: string, more: Cells = {}): Cells {
  return {
    series: id,
    period,
    value,
    unit,
    relation: "exact",
    status: "A",
    source,
    locator: "text",
    added: "R1",
    ...more,
  };
}

/** A derivation from the imports of 2012 and 2024. */
export function computed(
  id: string,
  period: string,
  formula: string,
  value: string,
  unit: string,
  more: Cells = {},
): Cells {
  const inputs = "a=imports.copper.chn.wld.value.customs.a@2012|b=imports.copper.chn.wld.value.customs.a@2024";
  return { series: id, period, formula, inputs, value, unit, added: "R1", ...more };
}

function event(id: string, more: Cells): Cells {
  return {
    id,
    type: "export-control",
    date: "2025-04",
    summary: "What happened",
    summary_zh: "事件",
    source: "paper-a",
    locator: "p3",
    added: "R1",
    ...more,
  };
}
