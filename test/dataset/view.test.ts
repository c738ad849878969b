import { LAYOUT } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import { viewAt } from "../../src/dataset/view";
import {
  figureTable,
  IMPORTS,
  LATER,
  MONTHS,
  NBS,
  releaseFile,
  table,
  twoReleases,
  USGS,
} from "../fixtures/two-releases";

const dataset = twoReleases();
const value = (id: string, period: string, at: { release?: string; day?: string } = {}) => {
  const view = viewAt(dataset, at);
  const series = view.catalogue.seriesById(id);
  return series && view.observation(series, period)?.value;
};

describe("the axis of publication", () => {
  it("a day sees the newest vintage known by then", () => {
    expect(value(IMPORTS, "2023")).toBe("112");
    expect(value(IMPORTS, "2023", { day: "2025-02-01" })).toBe("112");
    expect(value(IMPORTS, "2023", { day: "2025-01-31" })).toBe("110");
    expect(value(IMPORTS, "2023", { day: "2024-01-31" })).toBeUndefined();
  });

  it("a partial date counts from its last day", () => {
    expect(value(IMPORTS, "2025", { day: "2026-03-30" })).toBeUndefined();
    expect(value(IMPORTS, "2025", { day: "2026-03-31" })).toBe("130");
  });

  it("lists vintages oldest first", () => {
    const view = viewAt(dataset);
    expect(
      view.vintages(view.catalogue.seriesById(IMPORTS)!, "2023").map((vintage) => [vintage.value, vintage.source]),
    ).toEqual([
      ["110", "first"],
      ["112", "second"],
    ]);
  });
});

describe("the axis of releases", () => {
  it("a release gives what it gave, for ever: a correction does not reach back", () => {
    expect(value(IMPORTS, "2024")).toBe("120");
    expect(value(IMPORTS, "2024", { release: "R2" })).toBe("120");
    expect(value(IMPORTS, "2024", { release: "R1" })).toBe("210");
  });

  it("a back-fill is not in earlier releases, however old its source", () => {
    expect(value(IMPORTS, "2021")).toBe("90");
    expect(value(IMPORTS, "2021", { release: "R1" })).toBeUndefined();
    expect(value(IMPORTS, "2021", { release: "R1", day: "2026-01-01" })).toBeUndefined();
    expect(value(IMPORTS, "2021", { day: "2022-02-01" })).toBe("90");
  });

  it("both axes at once", () => {
    expect(value(IMPORTS, "2024", { release: "R1", day: "2025-02-01" })).toBe("210");
    expect(value(IMPORTS, "2024", { release: "R2", day: "2025-01-31" })).toBeUndefined();
  });

  it("a change of rank leaves earlier releases their answer", () => {
    const first = (release: string) => {
      const { catalogue } = viewAt(dataset, { release });
      return catalogue.seriesFor(catalogue.seriesById(USGS)!, "a").map(({ id }) => id);
    };
    expect(first("R1")).toEqual([USGS, NBS]);
    expect(first("R2")).toEqual([NBS, USGS]);
    expect(value(USGS, "2023", { release: "R1" })).toBe("4000");
    expect(value(USGS, "2023", { release: "R2" })).toBe("4000");
  });

  it("a series of a later release is not in an earlier one", () => {
    expect(viewAt(dataset, { release: "R1" }).catalogue.seriesById(LATER)).toBeUndefined();
    expect(dataset.seriesById(LATER)?.id).toBe(LATER);
    expect(dataset.seriesEver(LATER)?.id).toBe(LATER);
    expect(value(LATER, "2024", { release: "R1" })).toBeUndefined();
  });

  it("absences and events are seen on both axes too", () => {
    const reasons = (at: { release?: string; day?: string }) =>
      viewAt(dataset, at)
        .absences("imports")
        .map(({ reason }) => reason);
    expect(reasons({})).toEqual(["not-published"]);
    expect(reasons({ release: "R1" })).toEqual(["confidential"]);
    expect(reasons({ day: "2025-02-27" })).toEqual([]);
    expect(reasons({ day: "2025-02-28" })).toEqual(["not-published"]);
    expect(viewAt(dataset, { day: "2025-02-28" }).events()).toEqual([]);
    expect(viewAt(dataset, { day: "2025-03-01" }).events()).toHaveLength(1);
  });

  it("counts the figures it sees", () => {
    expect(viewAt(dataset).count()).toBe(12);
    expect(viewAt(dataset, { release: "R1" }).count()).toBe(9);
    expect(viewAt(dataset, { day: "2023-12-31" }).count()).toBe(2);
  });

  it("refuses a release there is none of", () => {
    expect(() => viewAt(dataset, { release: "R3" })).toThrow('no data release "R3"');
  });
});

test("a series is one object, however it is asked for", () => {
  for (const release of ["R1", "R2"]) {
    const { catalogue } = viewAt(dataset, { release });
    for (const series of catalogue.series) {
      expect(catalogue.seriesById(series.id)).toBe(series);
      expect(catalogue.seriesOf(series.indicator)).toContain(series);
      expect(catalogue.seriesFor(series, series.freq)).toContain(series);
      expect(catalogue.seriesOfMetal(series.indicator, series.item)).toContain(series);
      expect(dataset.seriesEver(series.id)!.index).toBe(series.index);
    }
  }
});

describe("periods of a series", () => {
  it("are those with a figure, oldest first, each once", () => {
    const view = viewAt(dataset);
    expect(view.periods(view.catalogue.seriesById(IMPORTS)!)).toEqual(["2021", "2022", "2023", "2024", "2025"]);
    expect(view.periods(view.catalogue.seriesById(MONTHS)!)).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(view.has(view.catalogue.seriesById(IMPORTS)!, "2020")).toBe(false);
    expect(view.has(view.catalogue.seriesById(IMPORTS)!, "2024-06")).toBe(false);
  });
});

describe("a release file this code cannot read is refused", () => {
  const row = { series: IMPORTS, period: "2022", value: "1", known: "2023-01-01", added: "R1" };

  it.each([
    ["of another layout", () => ({ ...releaseFile(), schema: LAYOUT + 1 }), `layout ${LAYOUT + 1}`],
    ["that does not list itself", () => ({ ...releaseFile(), release: "R3" }), "does not list itself"],
    ["without observations", () => withoutTable("observations"), "has no observations"],
    [
      "with figures of an unknown series",
      () => releaseFile({ observations: figureTable([{ ...row, series: "nothing" }], [IMPORTS]) }),
      'a series that is not there: "nothing"',
    ],
    [
      "with a figure of an unknown release",
      () => releaseFile({ observations: figureTable([{ ...row, added: "R7" }], [IMPORTS]) }),
      'no data release "R7"',
    ],
    ["with figures out of order", () => releaseFile({ observations: unordered() }), "out of order"],
    [
      "without a column",
      () => releaseFile({ observations: table(["series", "period", "value"], [row]) }),
      'no column "known"',
    ],
  ])("%s", (_, file, message) => {
    expect(() => new Dataset(file())).toThrow(RangeError);
    expect(() => new Dataset(file())).toThrow(message);
  });

  function withoutTable(name: string) {
    const file = releaseFile();
    return { ...file, tables: Object.fromEntries(Object.entries(file.tables).filter(([other]) => other !== name)) };
  }

  function unordered() {
    const ordered = figureTable([row, { ...row, period: "2024" }], [IMPORTS]);
    return { ...ordered, rows: [...ordered.rows].reverse() };
  }
});

it("a view is made once for a time and reused", () => {
  expect(viewAt(dataset, { day: "2025-01-01" })).toBe(viewAt(dataset, { day: "2025-01-01" }));
  expect(viewAt(dataset, { day: "2025-01-01" })).not.toBe(viewAt(dataset, { day: "2025-01-02" }));
});
