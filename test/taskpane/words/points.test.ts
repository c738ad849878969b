import { viewAt } from "../../../src/dataset/view";
import { readerOf } from "../../../src/functions/answering/asking";
import { periodAt, periodsAfter, periodsApart } from "../../../src/taskpane/words/periods";
import { isFigure, pointsOf, type Point } from "../../../src/taskpane/words/points";
import { seeds, sessionOf } from "../../fixtures/seeds";

const session = sessionOf();
const reader = readerOf(viewAt(seeds()), session);
const points = (id: string): Point[] => pointsOf(session, reader, reader.view.catalogue.seriesById(id)!);
const told = (id: string) =>
  points(id).map((point) =>
    isFigure(point) ? point.period : `${point.from}–${point.to} ${point.absence?.reason ?? "gap"}`,
  );

test("years without a figure between figures are one gap", () => {
  expect(
    told("total-trade.nonferrous-metals.chn.customs.a")
      .filter((point) => point.includes("–"))
      .every((gap) => gap.endsWith("gap")),
  ).toBe(true);
  expect(told("imports.copper.chn.wld.value.customs.a").slice(0, 3)).toEqual(["2012", "2013–2017 gap", "2018"]);
});

test("after the last figure only gaps that the data explains are told", () => {
  const quota = told("quota.rare-earths.chn.mining.total.all.all.miit.a");
  expect(quota.slice(quota.indexOf("2024"))[1]).toBe("2025–2025 confidential");
  expect(told("imports.copper.chn.wld.value.customs.a").at(-1)).toBe("2024");
});

test("a series of which only absences are known tells those", () => {
  const empty = reader.view.catalogue.series.find(
    (series) => reader.view.periods(series).length === 0 && points(series.id).length > 0,
  );
  expect(empty).toBeDefined();
  expect(points(empty!.id).every((point) => !isFigure(point) && point.absence !== undefined)).toBe(true);
});

test("months of the year so far do not follow one another, so nothing is missing between them", () => {
  expect(points("imports.copper.chn.wld.value.customs.c").every(isFigure)).toBe(true);
});

test.each([
  ["as printed", "imports.copper.chn.wld.value.customs.a", "2024", "published"],
  ["estimated by its source", "production.copper.wld.refinery.gross.usgs.a", "2025", "estimated"],
  ["a lower bound", "imports.aluminium.chn.wld.value.baci.a", "2021", "bound"],
  ["computed by us", "balance.lithium.chn.wld.value.customs.a", "2024", "derived"],
  ["implied by a printed rate", "quota.rare-earths.chn.mining.total.all.all.miit.a.implied", "2023", "derived"],
])("a figure %s is drawn as such and says so", (_name, id, period, kind) => {
  const figure = points(id).find((point) => isFigure(point) && point.period === period);
  expect(figure).toMatchObject({ kind, status: expect.stringMatching(/\w/) as string });
});

test("periods are counted in steps of their own length", () => {
  expect(periodsApart("2016-12", "2017-11", 1)).toBe(11);
  expect(periodsAfter("2023-Q4", 3, 2)).toEqual(["2024-Q1", "2024-Q2"]);
  expect(periodsAfter("2023-H2", 6, 1)).toEqual(["2024-H1"]);
  expect(periodsAfter("2024", 12, -1)).toEqual([]);
  expect(periodAt(2024 * 12, 12)).toBe("2024");
});
