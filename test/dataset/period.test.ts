import {
  comparePeriods,
  frequencyOf,
  lastDay,
  lastMonth,
  monthsOf,
  monthsSpanned,
  nextPeriod,
  periodsBetween,
  yearsEarlier,
} from "../../src/dataset/period";

it.each([
  ["2024", "a"],
  ["1899", "a"],
  ["2024-H2", "s"],
  ["2024-Q4", "q"],
  ["2024-06", "m"],
  ["2026-01/2026-04", "c"],
  ["2012/2024", "p"],
])("%s is of frequency %s", (period, frequency) => {
  expect(frequencyOf(period)).toBe(frequency);
});

it.each([
  "",
  "24",
  "2024-13",
  "2024-00",
  "2024-H3",
  "2024-Q5",
  "2024-6",
  "2024/2012",
  "2024/2024",
  "2026-04/2026-01",
  "2025-11/2026-02",
  "2024-Q1/2024-Q2",
  "1750",
])("%p is no period", (period) => {
  expect(frequencyOf(period)).toBeUndefined();
});

it("orders by end, then by beginning", () => {
  const ordered = [
    "2012/2023",
    "2023",
    "2024-Q1",
    "2024-03",
    "2024-01/2024-04",
    "2024-H1",
    "2024-Q2",
    "2024-06",
    "2012/2024",
    "2024",
  ];
  expect([...ordered].reverse().sort(comparePeriods)).toEqual(ordered);
});

it("counts the months a period spans", () => {
  expect(monthsSpanned("2024-Q2")).toEqual({ first: 2024 * 12 + 3, last: 2024 * 12 + 5 });
  expect(monthsOf("2024-Q2")).toEqual(["2024-04", "2024-05", "2024-06"]);
  expect(monthsOf("2025-12/2025-12".slice(0, 7))).toEqual(["2025-12"]);
  expect(monthsOf("2024")).toHaveLength(12);
  expect(lastMonth("2024-H1")).toBe("2024-06");
});

it("steps from one period to the next, across the year", () => {
  expect(["2024", "2024-H2", "2024-Q4", "2024-12", "2024-H1", "2024-Q2"].map(nextPeriod)).toEqual([
    "2025",
    "2025-H1",
    "2025-Q1",
    "2025-01",
    "2024-H2",
    "2024-Q3",
  ]);
  expect(periodsBetween("2024-11", "2025-02")).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
  expect(periodsBetween("2024", "2024")).toEqual(["2024"]);
  expect(() => nextPeriod("2012/2024")).toThrow(RangeError);
});

it("goes back whole years in every form", () => {
  expect(["2025", "2025-06", "2025-H1", "2026-01/2026-04", "2012/2024"].map((period) => yearsEarlier(period))).toEqual([
    "2024",
    "2024-06",
    "2024-H1",
    "2025-01/2025-04",
    "2011/2023",
  ]);
  expect(yearsEarlier("2024", 12)).toBe("2012");
});

it("ends a partial date on its last day", () => {
  expect(["2024", "2024-02", "2023-02", "2025-08", "2025-08-04", ""].map(lastDay)).toEqual([
    "2024-12-31",
    "2024-02-29",
    "2023-02-28",
    "2025-08-31",
    "2025-08-04",
    "",
  ]);
});
