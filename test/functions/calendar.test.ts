import { viewAt } from "../../src/dataset/view";
import type { Block, Session } from "../../src/functions";
import { calendarOf } from "../../src/query/calendar";
import { evaluate, refusal, seeds } from "../fixtures/seeds";

const rows = (formula: string, standing: Session["standing"] = {}) => evaluate(formula, { standing }) as Block;
const view = viewAt(seeds());

describe("METALS.CALENDAR", () => {
  it("has a row for every family that figures are printed by, with the newest document that prints one", () => {
    const printed = view.catalogue.series.flatMap((series) =>
      view.periods(series).flatMap((period) => view.vintages(series, period).filter(({ source }) => source !== "")),
    );
    const newest = new Map<string, string>();
    for (const { series, known } of printed)
      if (known > (newest.get(series.lineage) ?? "")) newest.set(series.lineage, known);
    const block = rows("=METALS.CALENDAR()");
    expect(block).toHaveLength(newest.size + 1);
    for (const { family, source } of calendarOf(view)) {
      const known = printed.filter((one) => one.source === source.id && one.series.lineage === family.id);
      expect(known.some((one) => one.known === newest.get(family.id))).toBe(true);
    }
  });

  it("expects the next edition after the newest, by the habit on file, and says which is late", () => {
    for (const { family, date, due } of calendarOf(view)) {
      expect(due !== undefined).toBe(family["every"] !== "");
      if (due === undefined) continue;
      expect(due > date.slice(0, 7)).toBe(true);
      if (family["month"]) expect(Number(due.slice(5))).toBe(Number(family["month"]));
      const [row] = rows(`=METALS.CALENDAR("${family.id}")`).slice(1);
      expect(row![4]).toBe(due < view.release.date.slice(0, 7) ? "expected, not held yet" : "expected");
    }
    expect(calendarOf(view).some(({ due }) => due === undefined)).toBe(true);
  });

  it.each([
    ["World Bank", "2026-06-02", "2026-07"],
    ["粉单", "2026-06-02", "2026-07"],
    ["USGS", "2026-02-06", "2027-02"],
    ["baci", "2026-01", "2027-02"],
  ])("%s by its names", (name, date, due) => {
    const [, row] = rows(`=METALS.CALENDAR("${name}")`);
    expect(row!.slice(2, 4)).toEqual([date, due]);
  });

  it("knows what was known where the workbook stands", () => {
    const [, pinned] = rows('=METALS.CALENDAR("USGS")', { day: "2026-01-15" });
    expect(pinned!.slice(2, 5)).toEqual(["2025-01", "2026-02", "expected"]);
    expect(rows("=METALS.CALENDAR()", { release: "R1" }).length).toBeLessThan(rows("=METALS.CALENDAR()").length);
    expect(refusal('=METALS.CALENDAR("eurostat")', { standing: { release: "R1" } })).toBe(
      "#N/A Nothing to show: Eurostat Comext.",
    );
  });

  it("names the nearest family for a wrong word", () => {
    expect(refusal('=METALS.CALENDAR("Word Bank")')).toMatch(/^#VALUE! source: "Word Bank" .*World Bank Pink Sheet/);
    expect(refusal('=METALS.CALENDAR("copper")')).toContain('"copper" is a metal');
  });
});
