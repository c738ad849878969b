import { checkOrder, periodCell } from "../../query/period";
import { pointsIn } from "../../query/points";
import { Refusal } from "../../query/refusal";
import { askOf, checkUnit, inUnit, readerOf } from "../asking";
import type { Block } from "../cells";
import { define } from "../definition";
import { messagesOf, refusalText, refusedCell } from "../messages";
import { asOf, countryOrUsual, headers, indicator, itemWord, optional, period, unit } from "../parameters";
import { madeOf } from "../status";

export const SERIES = define({
  id: "METALS.SERIES",
  summary: "Spills a series: one row per period with its value. headers 1 adds a header row, 2 also a status column.",
  details: [
    "One frequency only: that of the first period named, else annual if there is any. Period by period this is what the function for one figure answers: a figure of the series that comes first, or a sum of months, or the level a printed rate implies; headers 2 says which.",
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
    const points = pointsIn(reader, ask, { from, to });
    const rows: Block = points.map(({ period, found }) => [
      periodCell(period),
      found instanceof Refusal ? refusedCell(found, session) : inUnit(session, found, unit),
      ...(headers === 2
        ? [found instanceof Refusal ? refusalText(found, session) : madeOf(session, reader, found)]
        : []),
    ]);
    if (headers === 0) return rows;
    const texts = messagesOf(session).headers;
    const base = points.flatMap(({ found }) => (found instanceof Refusal ? [] : [found.unit]))[0];
    const value = `${texts.value} (${unit?.id ?? base ?? ""})`;
    return [[texts.period, value, ...(headers === 2 ? [texts.status] : [])], ...rows];
  },
});
