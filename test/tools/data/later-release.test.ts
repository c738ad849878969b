import { Dataset } from "../../../src/dataset/dataset";
import type { Observation } from "../../../src/dataset/records";
import { viewAt, type View } from "../../../src/dataset/view";
import { seedRelease } from "../../fixtures/compiled";
import { callerOf, type Shown } from "./caller";
import { COPPER, COPPER_CHILE, LITHIUM, nextRelease } from "./next-release";

const first = seedRelease();
const second = nextRelease();
const [before, after] = [new Dataset(first), new Dataset(second)];

const COLUMNS: Readonly<Record<keyof Observation, true>> = {
  series: true,
  period: true,
  value: true,
  unit: true,
  relation: true,
  status: true,
  conf: true,
  flag: true,
  source: true,
  locator: true,
  also: true,
  published: true,
  known: true,
  added: true,
  withdrawn: true,
  note: true,
  formula: true,
  inputs: true,
};

/** A figure with all its columns, which it reads when they are asked for. */
function whole(figure: Observation): object {
  return Object.fromEntries((Object.keys(COLUMNS) as (keyof Observation)[]).map((name) => [name, figure[name]]));
}

/** Everything a view has, as text: series with all their vintages, meanings, absences and events. When a row was withdrawn later is no part of it. */
function contents(view: View): string[] {
  const text = (row: object) => {
    const { series } = row as { series?: unknown };
    const id = typeof series === "object" ? (series as { id: string }).id : series;
    return JSON.stringify({ ...row, series: id, withdrawn: undefined, index: undefined });
  };
  const vintagesOf = (series: (typeof view.catalogue.series)[number]): Observation[] =>
    view.periods(series).flatMap((period) => view.vintages(series, period));
  return [
    ...view.catalogue.series.flatMap((series) => [
      text(series),
      ...vintagesOf(series).map((figure) => text(whole(figure))),
    ]),
    ...view.catalogue.defaults.map(text),
    ...view.events().map(text),
    ...[...view.dataset.codes("indicators").keys()].flatMap((indicator) => view.absences(indicator).map(text)),
  ].sort();
}

/** Every so many series is asked for by its id as well; its figures are compared one by one anyway. */
const SAMPLE = 5;

const YEARS = [2010, 2012, 2015, 2018, 2020, 2023, 2024, 2025, 2026];

/** Questions of every function that gives figures, sources or events, over everything there is in the release before. */
function questions(): [id: string, ...args: unknown[]][] {
  const { series, defaults } = before.catalogue;
  const meanings = defaults.filter(
    ({ indicator }) => before.codes("indicators").get(indicator)?.["family"] !== "sector",
  );
  const ofIndicator: Readonly<Record<string, string>> = {
    imports: "METALS.IMPORTS",
    exports: "METALS.EXPORTS",
    balance: "METALS.BALANCE",
    production: "METALS.PRODUCTION",
    reserves: "METALS.RESERVES",
    price: "METALS.PRICE",
  };
  return [
    ...meanings.flatMap(({ indicator, item }): [string, ...unknown[]][] => [
      ...(ofIndicator[indicator]
        ? YEARS.map((year): [string, ...unknown[]] => [ofIndicator[indicator]!, item, year])
        : []),
      ...YEARS.map((year): [string, ...unknown[]] => ["METALS.STATUS", indicator, item, year]),
      ["METALS.SOURCES", indicator, item, 2024],
      ["METALS.REVISIONS", indicator, item, 2024],
      ["METALS.LATEST", indicator, item],
      ["METALS.LATEST", indicator, item, null, "period"],
      ["METALS.SERIES", indicator, item, null, null, null, null, 2],
      ["METALS.GROWTH", indicator, item, 2024],
      ["METALS.CAGR", indicator, item, 2012, 2024],
      ["METALS.COVERAGE", indicator, item],
      ["METALS.SOURCE", indicator, item, 2024, null, "full"],
      ["METALS.SHARE", indicator, item, 2024, "China"],
    ]),
    ...series
      .filter((_, i) => i % SAMPLE === 0)
      .flatMap((one): [string, ...unknown[]][] => {
        const period = viewAt(before).periods(one).at(-1) ?? 2024;
        return [
          ["METALS.GET", one.id, period],
          ["METALS.SOURCE", one.id, null, period, null, "full"],
        ];
      }),
    ...["mining", "smelting"].flatMap((stage) =>
      YEARS.flatMap((year) =>
        ["total", "light", "heavy"].map((group): [string, ...unknown[]] => ["REE.QUOTA", year, stage, group]),
      ),
    ),
    ...["magnets", "rare earths"].flatMap((product) =>
      ["2024", "2025-06", "2025-H1", "2026-Q1"].map((period): [string, ...unknown[]] => [
        "REE.EXPORTS",
        product,
        period,
      ]),
    ),
    ...["copper", "gallium", "holmium", "dysprosium", "rare-earth technology", "tin"].flatMap(
      (item): [string, ...unknown[]][] => [
        ["REE.CONTROLLED", item],
        ["REE.CONTROLS", item],
        ["METALS.EVENTS", null, item],
      ],
    ),
    ["METALS.EVENTS"],
    ["REE.CONTROLS"],
    ["METALS.GRID", "imports", [["copper", "manganese", "lithium"]], [[2012], [2015], [2024]]],
    ["METALS.VERSION", "release"],
    ["METALS.VERSION", "observations"],
    ["METALS.FIND", "copper"],
    ["METALS.LIST", "defaults"],
    ["METALS.LIST", "sources"],
  ];
}

const QUESTIONS = questions();
const shown = (call: (id: string, ...args: readonly unknown[]) => Shown) =>
  QUESTIONS.map(([id, ...args]) => `${id}(${JSON.stringify(args)}) ${JSON.stringify(call(id, ...args))}`);
const asFirstGaveIt = shown(callerOf(first));
/** Pairs that differ. */
const differing = (a: readonly string[], b: readonly string[]) =>
  a.flatMap((line, i) => (line === b[i] ? [] : [[line, b[i]]]));

describe("after one data release more", () => {
  it("the answers of the next are other ones", () => {
    const call = callerOf(second);
    expect(call("METALS.EXPORTS", "lithium", 2024)).toBe(2300000000);
    expect(call("METALS.BALANCE", "lithium", 2024)).toBe(-550000000);
    expect(call("METALS.IMPORTS", "copper", 2015)).toBe(19200000000);
    expect(call("METALS.IMPORTS", "copper", 2024, "Chile")).toBe(20000000000);
    expect(call("METALS.PRODUCTION", "gallium", 2024)).toBe(710);
    expect(call("METALS.PRODUCTION", "gallium", 2024, null, null, null, "2026-12-31")).toBe(700);
    expect(call("REE.QUOTA", 2026, "mining")).toBe(300000);
    expect(call("METALS.PRODUCTION", "copper", 2024)).not.toBe(callerOf(first)("METALS.PRODUCTION", "copper", 2024));
    expect(differing(asFirstGaveIt, shown(call)).length).toBeGreaterThan(40);
  });

  it("the one before has every series, figure, vintage, meaning, absence and event as it was", () => {
    expect(contents(viewAt(after, { release: first.release }))).toEqual(contents(viewAt(before)));
    expect(contents(viewAt(before)).length).toBeGreaterThan(7000);
    expect(viewAt(after, { release: first.release }).catalogue.seriesById(COPPER_CHILE)).toBeUndefined();
  });

  it.each(["2016-12-31", "2024-12-31", "2025-08-31", "2025-10-20", "2025-12-31", "2026-06-30", "2027-12-31"])(
    "the one before is as it was also as of %s",
    (day) => {
      expect(contents(viewAt(after, { release: first.release, day }))).toEqual(
        contents(viewAt(before, { release: first.release, day })),
      );
    },
  );

  it("a workbook that stands on the one before gets the same answers and the same errors, to the byte", () => {
    expect(QUESTIONS.length).toBeGreaterThan(2500);
    expect(differing(shown(callerOf(second, { release: first.release })), asFirstGaveIt)).toEqual([]);
  });

  it("so does one that is pinned to a day as well", () => {
    const day = "2025-12-31";
    expect(
      differing(shown(callerOf(second, { release: first.release, day })), shown(callerOf(first, { day }))),
    ).toEqual([]);
  });

  it("a formula that names the one before gets its answer, whatever the workbook stands on", () => {
    const call = callerOf(second);
    expect(call("METALS.EXPORTS", "lithium", 2024, null, null, null, null, first.release)).toBe(2200000000);
    expect(call("METALS.BALANCE", "lithium", 2024, null, null, null, null, first.release)).toBe(-650000000);
    expect(call("METALS.GET", LITHIUM, 2024, "value", first.release.toLowerCase())).toBe(2200000000);
    expect(call("METALS.GET", COPPER, 2015, "value", first.release)).toMatchObject({ error: "#N/A" });
    expect(call("REE.QUOTA", 2026, "mining", null, null, null, first.release)).toEqual(
      callerOf(first)("REE.QUOTA", 2026, "mining"),
    );
  });
});
