import { comparePeriods, FREQUENCIES, frequencyOf } from "../../dataset/period";
import { answerFrom, type Answer } from "../../query/answer";
import { candidates, type Reader } from "../../query/candidates";
import type { Ask } from "../../query/ask";
import { findResolved } from "../../query/compute";
import { publishedPeriods } from "../../query/latest";
import { checkOrder, periodCell } from "../../query/period";
import { refuseUnanswered } from "../../query/unanswered";
import { askOf, checkUnit, inUnit, readerOf } from "../asking";
import type { Block } from "../cells";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { asOf, countryOrUsual, headers, indicator, itemWord, optional, period, unit } from "../parameters";
import { shortStatus } from "../status";

export const SERIES = define({
  id: "METALS.SERIES",
  summary: "Spills a series: one row per period with its value. headers 1 adds a header row, 2 also a status column.",
  details: [
    "One frequency only: that of the first period named, else annual if there is any. Only periods that exist are listed, and all from one series, so that sources and bases never mix.",
  ],
  parameters: {
    indicator,
    item: itemWord,
    from: optional({ ...period, description: "First period" }, "the first there is"),
    to: optional({ ...period, description: "Last period" }, "the last there is"),
    country: countryOrUsual,
    unit: optional(unit, "the base unit of the series"),
    headers,
    as_of: asOf,
  },
  spills: true,
  result: "any",
  examples: [
    {
      formula: '=METALS.SERIES("quota mining","rare earths")',
      says: "All rare-earth mining quotas, year and tonnes of oxide",
    },
    {
      formula: '=METALS.SERIES("magnet exports",,"2025-05","2025-06",,,1)',
      says: "Two months of magnet exports under a header",
    },
  ],
  method({ indicator, item, from, to, country, unit, headers, as_of }, session) {
    checkOrder(from, to, "to");
    const reader = readerOf(as_of, session);
    const ask = askOf(session, as_of, indicator, item, country);
    checkUnit(session, as_of, ask, unit);
    const points = seriesPoints(reader, ask, from, to);
    const rows: Block = points.map((point) => [
      periodCell(point.period),
      inUnit(session, point, unit),
      ...(headers === 2 ? [shortStatus(session, point)] : []),
    ]);
    if (headers === 0) return rows;
    const texts = messagesOf(session).headers;
    const value = `${texts.value} (${unit?.id ?? points[0]!.unit})`;
    return [[texts.period, value, ...(headers === 2 ? [texts.status] : [])], ...rows];
  },
});

/**
 * The points of the best series that has any in the span; never of two series at once. Where no series has, those that
 * can be computed, such as unit values from values and weights. Refuses when there is none.
 */
export function seriesPoints(reader: Reader, ask: Ask, from: string | undefined, to: string | undefined): Answer[] {
  const named = from ?? to;
  const frequencies = named ? [frequencyOf(named)!] : FREQUENCIES;
  const inSpan = (period: string) =>
    (!from || comparePeriods(period, from) >= 0) && (!to || comparePeriods(period, to) <= 0);
  for (const frequency of frequencies) {
    for (const series of candidates(reader, ask, frequency)) {
      const periods = reader.view.periods(series).filter(inSpan);
      if (periods.length > 0)
        return periods.map((period) => answerFrom(reader, ask, reader.view.observation(series, period)!));
    }
    const computed = publishedPeriods(reader, ask, frequency)
      .filter(inSpan)
      .flatMap((period) => findResolved(reader, ask, period) ?? []);
    if (computed.length > 0) return computed;
  }
  return refuseUnanswered(reader, ask, named ?? reader.view.release.date.slice(0, 4));
}
