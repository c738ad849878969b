import { readDay } from "../../src/query/day";
import { canonicalPeriod, checkOrder, isoDay, looksLikePeriod, periodCell, readPeriod } from "../../src/query/period";
import { periodSpans } from "../../src/query/period-spans";
import { Refusal } from "../../src/query/refusal";

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("was not refused");
};

describe("a period as typed", () => {
  it.each([
    [2024, "2024"],
    ["2024年", "2024"],
    ["２０２４", "2024"],
    ["2024-6", "2024-06"],
    ["2024.06", "2024-06"],
    ["2024m6", "2024-06"],
    ["2024年6月", "2024-06"],
    ["Sept 2024", "2024-09"],
    ["may-2024", "2024-05"],
    ["2024 December", "2024-12"],
    ["2024/6/15", "2024-06"],
    ["2024年6月15日", "2024-06"],
    ["2024Q2", "2024-Q2"],
    ["Q2 2024", "2024-Q2"],
    ["2Q2024", "2024-Q2"],
    ["1H 2021", "2021-H1"],
    ["2021 1H", "2021-H1"],
    ["first half of 2021", "2021-H1"],
    ["2021, third quarter", "2021-Q3"],
    ["CY2024", "2024"],
    ["06/2025", "2025-06"],
    ["6-2025", "2025-06"],
    ["2025/06", "2025-06"],
    ["June, 2025", "2025-06"],
    ["31-Dec-2025", "2025-12"],
    ["Dec 31, 2025", "2025-12"],
    ["Jan-Apr 2026", "2026-01/2026-04"],
    ["2026 January to April", "2026-01/2026-04"],
    ["2026年1-4月", "2026-01/2026-04"],
    ["Jan-Jun 2025", "2025-H1"],
    ["2024年第二季度", "2024-Q2"],
    ["2024年4季度", "2024-Q4"],
    ["2024-s1", "2024-H1"],
    ["2024年下半年", "2024-H2"],
    ["2026-01/2026-04", "2026-01/2026-04"],
    ["Jan 2026 to Apr 2026", "2026-01/2026-04"],
    ["2026年1月至2026年4月", "2026-01/2026-04"],
    ["2025-01/2025-12", "2025"],
    ["2025-04/2025-06", "2025-Q2"],
    ["2025-07/2025-12", "2025-H2"],
    ["2012/2024", "2012/2024"],
    ["2012-2024", "2012/2024"],
    ["2012–2024", "2012/2024"],
    ["2024/2024", "2024"],
    [20000, "1954-10"],
    [73050, "2099-12"],
    [45818, "2025-06"],
  ])("%p is %s", (typed, canonical) => {
    expect(readPeriod(typed, "period")).toBe(canonical);
  });

  it.each([
    [202406, "compactMonth"],
    ["202406", "compactMonth"],
    [1899, "number"],
    [2200, "number"],
    [19999, "number"],
    [73051, "number"],
    [-2024, "number"],
    ["2024/2012", "order"],
    ["2026-04/2026-01", "order"],
    ["soon", "form"],
    ["", "form"],
    ["2024-Q5", "part"],
    ["2025-13", "part"],
    ["latest", "moving"],
    ["YTD 2026", "moving"],
    ["FY2024", "fiscal"],
    ["1H21", "shortYear"],
    ["Jun-25", "shortYear"],
    ["2012-24", "shortYear"],
    ["2011/12", "shortYear"],
    ["2024-06-31", "form"],
    ["2024-00-10", "form"],
    ["Ju 2024", "form"],
  ])("%p is refused with the hint %s", (typed, hint) => {
    expect(refusalOf(() => readPeriod(typed, "when")).data).toEqual({ argument: "when", given: String(typed), hint });
  });

  it("goes into a cell as a number when it is a year", () => {
    expect(periodCell("2024")).toBe(2024);
    expect(periodCell("2024-06")).toBe("2024-06");
  });

  it("is recognised where another word is expected", () => {
    expect(["2024", "2024-06", 2024].map(looksLikePeriod)).toEqual([true, true, true]);
    expect(["2603", "copper", 2603, 45818].map(looksLikePeriod)).toEqual([false, false, false, false]);
  });

  it("knows the days the calendar has", () => {
    expect(isoDay("2024-02-29")).toBe("2024-02-29");
    expect(isoDay("2023-02-29")).toBeUndefined();
    expect(canonicalPeriod("2023-02-29")).toBeUndefined();
  });
});

describe("a day as typed", () => {
  it.each([
    ["2025-12-01", "2025-12-01"],
    ["2025/12/1", "2025-12-01"],
    ["2025年12月1日", "2025-12-01"],
    ["2025-12", "2025-12-31"],
    ["2024-02", "2024-02-29"],
    ["2025", "2025-12-31"],
    ["2025-Q1", "2025-03-31"],
    [2025, "2025-12-31"],
    [45818, "2025-06-10"],
    [45818.99, "2025-06-10"],
    ["45818", "2025-06-10"],
  ])("%p is %s", (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each(["2012/2024", "2026-01/2026-04", "never", "", 12, 2024.5])("%p is no day", (typed) => {
    expect(readDay(typed)).toBeUndefined();
  });
});

describe("spans", () => {
  it("run forward", () => {
    expect(() => checkOrder("2012", "2024", "to")).not.toThrow();
    expect(() => checkOrder(undefined, "2024", "to")).not.toThrow();
    expect(refusalOf(() => checkOrder("2024", "2012", "to")).kind).toBe("backwards");
  });

  it("say three or more in a row as one, those of the kind asked for first", () => {
    const spans = (periods: string[], asked: string) =>
      periodSpans(periods, asked).map(({ from, to }) => (from === to ? from : `${from}…${to}`));
    expect(spans(["2010", "2011", "2012", "2015", "2016", "2020-06"], "2013")).toEqual([
      "2010…2012",
      "2015",
      "2016",
      "2020-06",
    ]);
    expect(spans(["2010", "2019-12", "2020-01", "2020-02"], "2020-05")).toEqual(["2019-12…2020-02", "2010"]);
    expect(spans([], "2020")).toEqual([]);
  });
});
