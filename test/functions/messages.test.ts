import { messagesOf, refusalText } from "../../src/functions/messages";
import { completeAsk } from "../../src/query/answer/ask";
import { Refusal, type RefusalData, type RefusalKind } from "../../src/query/refusal";
import type { Language } from "../../src/query/describe";
import { golden } from "../fixtures/golden";
import { seeds, sessionOf } from "../fixtures/seeds";
import { viewAt } from "../../src/dataset/view";

const view = viewAt(seeds());
const copper = completeAsk(view, { indicator: "imports", item: "copper", measure: "value" });
const zincFromPakistan = completeAsk(view, { indicator: "exports", item: "zinc", partner: "pak", measure: "value" });
const quota = completeAsk(view, { indicator: "quota", stage: "mining", group: "heavy" });
const output = completeAsk(view, { indicator: "production", item: "zinc", reporter: "per" });
const id = "imports.copper.chn.wld.value.customs.a";

/** Facts for every kind of refusal, and for every turn its text can take. */
const SAMPLES: { readonly [K in RefusalKind]: readonly RefusalData[K][] } = {
  missing: [
    { argument: "period" },
    { argument: "stage", usage: "REE.QUOTA(year, stage)", example: '=REE.QUOTA(2024,"mining")' },
  ],
  tooLong: [{ argument: "text", length: 32767, most: 255 }],
  missingData: [
    { argument: "period", word: "n/a" },
    { argument: "partner", word: "NA", meant: { area: "nam", code: "NAM" } },
  ],
  unknownWord: [
    { argument: "metal", word: "coper", nearest: ["copper", "cobalt"], kind: "metals" },
    { argument: "series_id", word: "!!!", nearest: [] },
    { argument: "metal", word: "x".repeat(500), nearest: ["tin"] },
  ],
  misplaced: [
    { argument: "metal", word: "2024", fits: "period", expected: "metal" },
    { argument: "metal", word: "imports", fits: "indicator", expected: "metal" },
    {
      argument: "group",
      word: "China Northern",
      fits: "holder",
      expected: "group",
      valid: ["total", "light", "heavy"],
    },
    {
      argument: "measure",
      word: "t",
      fits: "unit",
      expected: "measure",
      valid: ["value", "weight"],
      usage: "METALS.IMPORTS(metal, period, [measure])",
    },
    {
      argument: "from",
      word: "url",
      fits: "what",
      expected: "from",
      kind: "tables",
      usage: "METALS.SERIES(indicator, [from])",
    },
  ],
  contradiction: [{ argument: "item", given: "copper", named: "rare earth magnets" }],
  notLevels: [{ argument: "indicator", transformation: "growth" }],
  needsItem: [{ argument: "name", indicator: "imports" }],
  oneValue: [{ argument: "period" }, { argument: "indicator", usage: "METALS.GRID(indicator, items, periods)" }],
  notPeriod: (
    ["form", "compactMonth", "number", "order", "years", "moving", "fiscal", "part", "shortYear"] as const
  ).map((hint) => ({ argument: "period", given: "202406", hint })),
  notDate: [{ argument: "as_of", given: "soon", releases: ["R1", "R2"] }],
  notDay: [{ argument: "date", given: "soon" }],
  unknownDates: [{ argument: "period", given: "45000" }],
  ambiguousUnit: [
    { argument: "unit", unit: "MT", valid: ["t", "kt", "Mt"] },
    { argument: "unit", unit: "tons", valid: ["t", "kt", "Mt"] },
    { argument: "unit", unit: "bn", valid: ["USD bn", "CNY bn"] },
  ],
  notComparable: [
    { argument: "base_period", period: "2024", other: "2023-06" },
    { argument: "to", period: "2024", other: "2024" },
  ],
  parallel: [{ argument: "country", other: "periods" }],
  notLine: [{ argument: "items" }],
  wrongUnit: [{ argument: "unit", unit: "t", of: "Imports of copper (value)", valid: ["USD", "USD bn"] }],
  notOffered: [
    { argument: "stage", word: "refinery", valid: ["mining", "smelting"] },
    { argument: "basis", word: "CIF", valid: ["customs", "baci"] },
    { argument: "kind", word: "x", valid: Array.from({ length: 15 }, (_, i) => `word ${i}`) },
  ],
  notTaken: [{ argument: "item" }],
  backwards: [{ argument: "to", from: "2024", to: "2012" }],
  absent: [
    {
      subject: quota,
      period: "2025",
      periods: ["2023", "2024"],
      reason: "confidential",
      source: "andaman-2025-08-imports",
      note: "Told to recipients only",
    },
    { subject: quota, period: "2025", periods: [], reason: "not-held", source: "andaman-2025-08-imports", note: "" },
  ],
  noRate: [{ subject: copper, period: "2024", currency: "CNY" }],
  notHeld: [
    { argument: "metal", good: "actinium" },
    { argument: "metal", good: "aluminium-foil", nearest: "aluminium-and-articles" },
  ],
  ownTrade: [{ subject: { ...copper, partner: "chn" } }],
  noFigure: [{ subject: copper, period: "2015", periods: ["2010", "2011", "2012", "2018", "2026-01/2026-04"] }],
  notYetKnown: [
    {
      subject: copper,
      period: "2024",
      day: "2025-01-01",
      first: "2025-08-31",
      source: [...seeds().sources.keys()][0]!,
    },
  ],
  noSeries: [
    { subject: output, argument: "reporter", offered: ["chn", "wld"] },
    { subject: output, argument: "item", offered: [] },
    { subject: quota, argument: "stage", offered: ["mining"] },
  ],
  noParts: [
    { subject: copper, period: "2024", bases: ["baci"] },
    { subject: copper, period: "2024", bases: [] },
  ],
  notInRelease: [{ series: id, release: "R1" }],
  unknownRelease: [
    { release: "R9", newest: "R1" },
    { release: "R1+acme.3", newest: "R1", address: "https://data.acme.example/" },
    { release: "R1+acme.3", newest: "R1" },
  ],
  elsewhere: [
    {
      subject: copper,
      period: "2024",
      periods: ["2012"],
      what: "basis",
      where: ["baci"],
      series: id,
      near: ["refined-copper"],
    },
    { subject: copper, period: "2025-06", periods: [], what: "measure", where: ["weight"], series: id, near: [] },
    { subject: copper, period: "2024", periods: [], what: "item", where: ["refined-copper"], series: id, near: [] },
    { subject: zincFromPakistan, period: "2025", periods: [], what: "side", where: ["imports"], series: id, near: [] },
    { subject: copper, period: "2024", periods: [], what: "transformation", where: ["growth"], series: id, near: [] },
    { subject: copper, period: "2024", periods: [], what: "id", where: [id], series: id, near: [] },
  ],
  incomplete: [
    { subject: copper, period: "2024", missing: "2023" },
    { subject: copper, period: "2024", missing: "2015", periods: ["2023", "2024"] },
  ],
  impossible: (["zeroBase", "signChange", "zeroTotal"] as const).map((why) => ({
    subject: copper,
    period: "2024",
    why,
  })),
  nothing: [{ what: "gallium" }],
  notFound: [
    { unknown: ["unicorn"], notHeld: [], missing: ["Chile"], rest: "copper", tables: [], events: [] },
    {
      unknown: [],
      notHeld: [{ words: "NdPr", good: "neodymium-praseodymium", list: "known_goods", nearest: "rare-earths" }],
      missing: [],
      rest: "",
      tables: ["metal prices"],
      events: [
        { type: "export-control", item: "antimony" },
        { type: "quota", item: "" },
      ],
    },
  ],
  tooLarge: [{ cells: 20100, cap: 20000 }],
  overflow: [{}],
  unexpected: [{ detail: "no column" }],
};

const textsIn = (language: Language) => {
  const session = sessionOf({ language });
  return Object.fromEntries(
    (Object.keys(SAMPLES) as RefusalKind[]).map((kind) => [
      kind,
      SAMPLES[kind].map((data) => refusalText(new Refusal(kind, data as never), session)),
    ]),
  );
};

/** Every text function of a table, called with names for its arguments. */
function spelledOut(table: object): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([key, text]: [string, unknown]) => [
      key,
      typeof text === "function"
        ? String((text as (...args: string[]) => string)("one", "two", "three"))
        : typeof text === "object" && text
          ? spelledOut(text)
          : text,
    ]),
  );
}

describe.each(["en", "zh"] as const)("texts in %s", (language) => {
  const { refusals, ...others } = messagesOf(sessionOf({ language }));
  const now = { refusals: textsIn(language), ...(spelledOut(others) as object) };

  it("are those that were kept", () => {
    expect(now).toEqual(golden(`functions-messages.${language}.json`, now));
  });

  it("has one for every kind of refusal, and no other", () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  it("say something, and nothing of the machine", () => {
    for (const text of Object.values(textsIn(language)).flat()) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|NaN|\[object|\$\{/);
      expect(text.length).toBeLessThanOrEqual(1000);
    }
  });
});

it("Chinese texts are Chinese", () => {
  for (const text of Object.values(textsIn("zh")).flat()) expect(text).toMatch(/\p{Script=Han}/u);
});
