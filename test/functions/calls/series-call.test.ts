import { viewAt } from "../../../src/dataset/view";
import { createCaller } from "../../../src/functions";
import { answeredPeriods, askLedBy } from "../../../src/query/answer/answered";
import { askOfSeries } from "../../../src/query/answer/ask";
import { findResolved } from "../../../src/query/answer/compute";
import { periodCell } from "../../../src/query/period/period";
import { formulaText } from "../../../src/functions/calls/call";
import { figureCall, seriesCall } from "../../../src/functions/calls/series-call";
import { seeds, sessionOf } from "../../fixtures/seeds";

const session = sessionOf();
const view = viewAt(seeds());
const caller = createCaller(session);
const named = (id: string) => view.catalogue.seriesById(id)!;
const text = (call: Parameters<typeof formulaText>[0], separator = ",") => formulaText(call, separator, (id) => id);
const withFigures = view.catalogue.series.filter((series) => view.periods(series).length > 0);

test.each([
  ["imports.copper.chn.wld.value.customs.a", "2024", '=METALS.IMPORTS("copper",2024)'],
  ["imports.copper.chn.wld.weight.customs.a", "2023", '=METALS.IMPORTS("copper",2023,,"weight")'],
  ["imports.aluminium.chn.aus.value.baci.a", "2024", '=METALS.IMPORTS("aluminium",2024,"Australia",,,"baci")'],
  ["balance.lithium.chn.wld.value.customs.a", "2024", '=METALS.BALANCE("lithium",2024)'],
  ["production.copper.wld.refinery.gross.usgs.a", "2025", '=METALS.PRODUCTION("copper",2025,"World","refinery")'],
  [
    "production.ten-nonferrous-metals.chn.total.gross.nbs.a",
    "2025",
    '=METALS.PRODUCTION("ten nonferrous metals",2025)',
  ],
  ["quota.rare-earths.chn.mining.total.all.all.miit.a", "2024", '=REE.QUOTA(2024,"mining")'],
  ["quota.rare-earths.chn.mining.heavy.b1.all.miit.a", "2023", '=REE.QUOTA(2023,"mining","heavy",1)'],
  [
    "exports.rare-earth-magnets.chn.usa.weight.customs.m",
    "2025-06",
    '=REE.EXPORTS("magnets","2025-06","United States")',
  ],
  ["price.copper.wld.worldbank.a", "2025", '=METALS.PRICE("copper",2025)'],
  ["reserves.lithium.aus.content.usgs.a", "2025", '=METALS.RESERVES("lithium",2025,"Australia")'],
  ["total-trade.nonferrous-metals.chn.customs.a", "2025", '=METALS.INDICATOR("total trade",2025)'],
  [
    "quota.rare-earths.chn.mining.total.all.all.miit.a.implied",
    "2023",
    '=METALS.GET("quota.rare-earths.chn.mining.total.all.all.miit.a.implied",2023)',
  ],
])("the friendliest formula for %s in %s", (id, period, formula) => {
  expect(text(figureCall(session, named(id), period, undefined).call)).toBe(formula);
});

test("every series' last figure is what its formula answers, from that very observation", () => {
  const wrong = withFigures.filter((series) => {
    const period = view.periods(series).at(-1)!;
    const { call } = figureCall(session, series, period, undefined);
    return caller.call(call.id, call.args) !== session.units.baseValue(view.observation(series, period)!).toNumber();
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("a named function is used for most series", () => {
  const byId = withFigures.filter(
    (series) => figureCall(session, series, view.periods(series).at(-1)!, undefined).call.id === "METALS.GET",
  );
  expect(byId.length).toBeLessThan(withFigures.length / 2);
});

test("the unit goes where the function takes it, and METALS.GET takes none", () => {
  const copper = figureCall(session, named("imports.copper.chn.wld.value.customs.a"), "2024", "USD bn");
  expect(text(copper.call)).toBe('=METALS.IMPORTS("copper",2024,,,"USD bn")');
  expect(caller.call(copper.call.id, copper.call.args)).toBe(67.33);
  const implied = figureCall(session, named("quota.rare-earths.chn.mining.total.all.all.miit.a.implied"), "2023", "kt");
  expect(implied.takesUnit).toBe(false);
  expect(text(implied.call)).not.toContain("kt");
});

test.each([
  ["quota.rare-earths.chn.mining.total.all.all.miit.a", '=METALS.SERIES("quota mining","rare earths",,,,,1)'],
  ["price.copper.wld.worldbank.a", '=METALS.SERIES("price","copper",,,,,1)'],
  ["imports.aluminium.chn.aus.value.baci.a", '=METALS.SERIES("imports baci","aluminium",,,"Australia",,1)'],
  [
    "exports.rare-earth-magnets.chn.wld.weight.customs.m",
    '=METALS.SERIES("exports weight","rare earth magnets","2016-12",,,,1)',
  ],
  [
    "imports.copper.chn.wld.value.customs.a.implied",
    '=METALS.SERIES("imports.copper.chn.wld.value.customs.a.implied",,,,,,1)',
  ],
])("the friendliest formula for the whole of %s", (id, formula) => {
  expect(text(seriesCall(session, named(id), undefined))).toBe(formula);
});

test("every series' formula spills exactly the figures that answer its question, or the series' own", () => {
  const reader = { view, units: session.units };
  const wrong = withFigures.filter((series) => {
    const call = seriesCall(session, series, undefined);
    const [, ...rows] = caller.call(call.id, call.args) as unknown[][];
    const ask = call.args[0] === series.id ? askOfSeries(series) : askLedBy(reader, series);
    const figures = answeredPeriods(reader, ask, series.freq).map((period) => [
      periodCell(period),
      findResolved(reader, ask, period)!.value.toNumber(),
    ]);
    return JSON.stringify(rows) !== JSON.stringify(figures);
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("a formula is written with the user's separator and the name the function is typed by", () => {
  const call = { id: "REE.QUOTA", args: [2024, "mining", undefined, 1, undefined] };
  expect(formulaText(call, ";", (id) => `METALS.${id}`)).toBe('=METALS.REE.QUOTA(2024;"mining";;1)');
});

test("a quotation mark in an argument is doubled", () => {
  expect(text({ id: "X", args: ['say "so"'] })).toBe('=X("say ""so""")');
});
