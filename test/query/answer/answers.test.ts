import type { Answer } from "../../../src/query/answer/answer";
import type { Reader } from "../../../src/query/answer/candidates";
import { answersOf } from "../../../src/query/answer/answers";
import { askOfSeries, completeAsk, type PartialAsk } from "../../../src/query/answer/ask";
import { resolve } from "../../../src/query/answer/compute";
import { coverageOf } from "../../../src/query/answer/coverage";
import * as rates from "../../../src/query/derived/growth";
import * as newest from "../../../src/query/answer/latest";
import { orThrow, Refusal } from "../../../src/query/refusal";
import { Units } from "../../../src/query/units/units";
import { decodeTable } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import { seeds } from "../../fixtures/seeds";
import { figureTable, IMPORTS, MONTHS, releaseFile, twoReleases } from "../../fixtures/two-releases";

const growth = (...asked: Parameters<typeof rates.growth>) => orThrow(rates.growth(...asked));
const compoundGrowth = (...asked: Parameters<typeof rates.compoundGrowth>) => orThrow(rates.compoundGrowth(...asked));
const latest = (...asked: Parameters<typeof newest.latest>) => orThrow(newest.latest(...asked));

const fixture = twoReleases();
const readerOf = (dataset: Dataset, at: { release?: string; day?: string } = {}): Reader => ({
  view: viewAt(dataset, at),
  units: new Units(dataset),
});
const ask = (reader: Reader, said: PartialAsk) => completeAsk(reader.view, said);
const number = ({ value }: Answer) => value.toNumber();
const kindOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
  return "answered";
};

describe("blanks of a question", () => {
  it("are filled by what the word means, then by the indicator, then by China, world, total", () => {
    expect(ask(readerOf(fixture), { indicator: "production", item: "zinc" })).toMatchObject({
      reporter: "chn",
      stage: "mine",
      measure: "content",
      partner: "",
      basis: undefined,
      transformation: "level",
    });
    expect(ask(readerOf(fixture), { indicator: "quota", stage: "mining" })).toMatchObject({
      item: "rare-earths",
      group: "total",
      batch: "all",
      holder: "all",
      reporter: "chn",
    });
    expect(ask(readerOf(fixture), { indicator: "value-added" })).toMatchObject({
      item: "nonferrous-metals",
      transformation: "growth",
    });
  });

  it("are filled as the data release asked for had it", () => {
    expect(
      number(
        resolve(
          readerOf(fixture, { release: "R1" }),
          ask(readerOf(fixture, { release: "R1" }), { indicator: "production", item: "zinc" }),
          "2023",
        ),
      ),
    ).toBe(4000);
    expect(
      number(resolve(readerOf(fixture), ask(readerOf(fixture), { indicator: "production", item: "zinc" }), "2023")),
    ).toBe(4100);
  });
});

describe("months", () => {
  const reader = readerOf(fixture);
  const magnets = ask(reader, { indicator: "exports", item: "rare-earth-magnets", measure: "weight" });

  it("are added up to a quarter when every one is there", () => {
    const found = resolve(reader, magnets, "2025-Q1");
    expect(number(found)).toBe(3004.5);
    expect(found.arithmetic?.terms.map(({ period }) => period)).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(number(resolve(reader, magnets, "2025-01/2025-02"))).toBe(2002);
  });

  it("are not added up when one is missing, or not yet known", () => {
    expect(kindOf(() => resolve(reader, magnets, "2025-H1"))).toBe("noFigure");
    expect(kindOf(() => resolve(readerOf(fixture, { day: "2025-03-31" }), magnets, "2025-Q1"))).toBe("notYetKnown");
  });

  it("of a series that cannot be added up never are", () => {
    const { rows, columns } = decodeTable(releaseFile().tables["series"]!);
    const [id, additive] = [columns.indexOf("id"), columns.indexOf("additive")];
    const series = {
      columns,
      rows: rows.map((row) => row.map((cell, i) => (row[id] === MONTHS && i === additive ? "no" : cell))),
    };
    const stock = new Dataset(releaseFile({ series }));
    expect(kindOf(() => resolve(readerOf(stock), magnets, "2025-Q1"))).toBe("noFigure");
  });
});

describe("growth", () => {
  const figures = (values: Readonly<Record<string, string>>) =>
    new Dataset(
      releaseFile({
        observations: figureTable(
          Object.entries(values).map(([period, value]) => ({
            series: IMPORTS,
            period,
            value,
            unit: "USD m",
            relation: "exact",
            status: "A",
            source: "first",
            known: "2024-01-01",
            added: "R1",
          })),
          [IMPORTS],
        ),
      }),
    );
  const between = (values: Readonly<Record<string, string>>) => {
    const reader = readerOf(figures(values));
    return growth(reader, ask(reader, { indicator: "imports", item: "copper", measure: "value" }), "2024", "2023")
      .answer;
  };

  it("is the change of the levels of one series", () => {
    expect(number(between({ "2023": "80", "2024": "100" }))).toBe(0.25);
    expect(number(between({ "2023": "-100", "2024": "-150" }))).toBe(0.5);
    expect(number(between({ "2023": "5", "2024": "0" }))).toBe(-1);
  });

  it("from nothing, or across zero, is no number", () => {
    expect(kindOf(() => between({ "2023": "0", "2024": "5" }))).toBe("impossible");
    expect(kindOf(() => between({ "2023": "-5", "2024": "5" }))).toBe("impossible");
  });

  it("needs both ends, of one length", () => {
    expect(kindOf(() => between({ "2024": "5" }))).toBe("noFigure");
    const reader = readerOf(fixture);
    const copper = ask(reader, { indicator: "imports", item: "copper", measure: "value" });
    expect(kindOf(() => growth(reader, copper, "2024", "2023-06"))).toBe("notComparable");
    expect(kindOf(() => growth(reader, copper, "2012/2024", "2011/2023"))).toBe("notComparable");
    expect(kindOf(() => growth(reader, copper, "2024", "2024"))).toBe("notComparable");
    expect(kindOf(() => growth(reader, copper, "2026-01/2026-04", "2025-01/2025-03"))).toBe("notComparable");
  });

  it("compounds over the years between", () => {
    const reader = readerOf(figures({ "2020": "100", "2022": "121" }));
    const copper = ask(reader, { indicator: "imports", item: "copper", measure: "value" });
    expect(number(compoundGrowth(reader, copper, "2020", "2022"))).toBeCloseTo(0.1, 14);
    expect(kindOf(() => compoundGrowth(reader, copper, "2022", "2022"))).toBe("notComparable");
    expect(kindOf(() => compoundGrowth(reader, copper, "2022", "2020"))).toBe("backwards");
  });

  it("compares with what a rate implies where no series has both levels, and says of which series they are", () => {
    const reader = readerOf(seeds());
    const quota = ask(reader, { indicator: "quota", item: "rare-earths", stage: "mining" });
    const { answer } = growth(reader, quota, "2013", "2012");
    expect(answer.arithmetic!.terms.map(({ observation }) => observation!.series.transformation)).toEqual([
      "level",
      "implied",
    ]);
    const copper = ask(reader, { indicator: "imports", item: "copper", measure: "value" });
    expect(number(growth(reader, copper, "2024", "2018").answer)).toBeCloseTo(67.33 / 31.94 - 1, 12);
  });
});

describe("the latest", () => {
  it("is the last full published period, no forecast and no months so far", () => {
    const reader = readerOf(seeds());
    expect(latest(reader, ask(reader, { indicator: "imports", item: "copper", measure: "value" })).period).toBe("2024");
    expect(latest(reader, ask(reader, { indicator: "production", item: "ten-nonferrous-metals" })).period).toBe("2025");
    expect(latest(reader, ask(reader, { indicator: "quota", item: "rare-earths", stage: "mining" })).period).toBe(
      "2024",
    );
  });

  it("on a day is what was published by then", () => {
    expect(
      latest(
        readerOf(fixture, { day: "2024-12-31" }),
        ask(readerOf(fixture), { indicator: "imports", item: "copper", measure: "value" }),
      ).period,
    ).toBe("2023");
  });

  it("is refused where there is nothing", () => {
    const reader = readerOf(fixture);
    expect(kindOf(() => latest(reader, ask(reader, { indicator: "imports", item: "tin", measure: "value" })))).toBe(
      "noSeries",
    );
  });
});

describe("every answer", () => {
  const reader = readerOf(seeds());

  it("comes best first, the default before other bases and implied levels", () => {
    const found = answersOf(reader, ask(reader, { indicator: "imports", item: "manganese", measure: "value" }), "2024");
    expect(found.map(({ basis }) => basis)).toEqual(["customs", "baci"]);
    const output = answersOf(reader, ask(reader, { indicator: "production", item: "ten-nonferrous-metals" }), "2024");
    expect(output.map(({ answer }) => answer.observation?.series.transformation)).toEqual(["level", "implied"]);
  });

  it("is of one basis when that is named", () => {
    expect(
      answersOf(
        reader,
        ask(reader, { indicator: "imports", item: "manganese", measure: "value", basis: "baci" }),
        "2024",
      ).map(({ basis }) => basis),
    ).toEqual(["baci"]);
  });

  it("is computed where no series has one", () => {
    const [found] = answersOf(
      reader,
      ask(reader, { indicator: "imports", item: "copper", measure: "unit-value" }),
      "2023",
    );
    expect(found?.answer.arithmetic?.operation).toBe("quotient");
  });
});

describe("coverage", () => {
  it("names what is missing between, and absences stated before and after", () => {
    const reader = readerOf(fixture);
    const { first, last, gaps } = coverageOf(reader, askOfSeries(reader.view.catalogue.seriesById(IMPORTS)!), "a");
    expect([first, last]).toEqual(["2021", "2025"]);
    expect(gaps).toEqual([{ from: "2018", to: "2020", reason: "not-published" }]);
  });

  it("is as the release had it", () => {
    const reader = readerOf(fixture, { release: "R1" });
    expect(coverageOf(reader, askOfSeries(reader.view.catalogue.seriesById(IMPORTS)!), "a")).toEqual({
      first: "2022",
      last: "2024",
      gaps: [{ from: "2018", to: "2019", reason: "confidential" }],
    });
  });
});
