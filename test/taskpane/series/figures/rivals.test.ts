import { Decimal } from "../../../../src/dataset/decimal";
import { viewAt } from "../../../../src/dataset/view";
import { readerOf } from "../../../../src/functions/answering/asking";
import { answerFrom, type Answer } from "../../../../src/query/answer/answer";
import { askOfSeries } from "../../../../src/query/answer/ask";
import { rivalsOf } from "../../../../src/taskpane/series/figures/rivals";
import { sessionOf } from "../../../fixtures/seeds";

const session = sessionOf();
/** As of the first release each question here has just the rivals that its test is about. */
const reader = readerOf(viewAt(session.dataset, { release: "R1" }), session);
const newest = readerOf(viewAt(session.dataset), session);
const seriesOf = (id: string) => session.dataset.seriesById(id)!;

function chosen(id: string, period: string): Answer {
  const series = seriesOf(id);
  return answerFrom(reader, askOfSeries(series), reader.view.observation(series, period)!);
}

const rivals = (id: string, period: string, over: Partial<Answer> = {}) =>
  rivalsOf(reader, seriesOf(id), { ...chosen(id, period), ...over });

test("who counts otherwise answers too, with how far it is from the figure chosen", () => {
  const [usgs, ...more] = rivals("production.aluminium.chn.smelter.gross.nbs.a", "2023");
  expect([usgs!.series.basis, more]).toEqual(["usgs", []]);
  expect(usgs!.comparison).toEqual({ kind: "differs", by: expect.closeTo(41.6 / 41.59 - 1, 9) });
});

test("a figure that has fewer digits of the same is no difference", () => {
  const compared = (value: string) =>
    rivals("production.aluminium.chn.smelter.gross.usgs.a", "2023", { value: Decimal.parse(value) }).map(
      ({ comparison }) => comparison.kind,
    );
  expect([compared("41590000"), compared("41594000"), compared("41596000")]).toEqual([
    ["same"],
    ["rounded"],
    ["differs"],
  ]);
});

test("where the period is missing the nearest figure is told, and not compared", () => {
  const [usgs] = rivals("production.copper.chn.refinery.gross.nbs.a", "2020");
  expect([usgs!.series.basis, usgs!.answer.period, usgs!.comparison.kind]).toEqual(["usgs", "2023", "otherPeriod"]);
});

test("bounds are not compared", () => {
  const [baci] = rivals("imports.aluminium.chn.wld.value.customs.a", "2024");
  expect([baci!.answer.observation!.relation, baci!.comparison.kind]).toEqual(["at-least", "bound"]);
});

test("no series ever rivals one of another question: other goods, partners, stages and measures stay out", () => {
  for (const series of newest.view.catalogue.series) {
    const period = newest.view.periods(series).at(-1);
    if (period === undefined) continue;
    for (const { series: other } of rivalsOf(
      newest,
      series,
      answerFrom(newest, askOfSeries(series), newest.view.observation(series, period)!),
    )) {
      const key = ({ indicator, item, reporter, partner, stage, group, batch, holder, measure, freq }: typeof series) =>
        [indicator, item, reporter, partner, stage, group, batch, holder, measure, freq].join(".");
      expect(key(other)).toBe(key(series));
    }
  }
});
