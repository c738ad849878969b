import { checkOrder } from "../../query/period/period";
import { pointsIn } from "../../query/answer/points";
import { shownPoints } from "../../query/derived/shown";
import { Refusal } from "../../query/refusal";
import { askOf, checkUnit, inUnit, readerOf } from "../answering/asking";
import { QUALIFIERS } from "../calls/say";
import type { Block } from "../cells";
import { define } from "../definition";
import { messagesOf, refusalText, refusedCell } from "../messages";
import { asOf, countryOrUsual, headers, indicator, itemWord, optional, period, unit } from "../reading/parameters";
import { checkHowUnit, howParameter, periodAs } from "../reading/how";
import { madeOf } from "../answering/status";

/** A series is written with its header. */
const HEADER_ROW = 1;

export const SERIES = define({
  id: "METALS.SERIES",
  summary: "Spills a series: one row per period with its value. headers 1 adds a header row, 2 also a status column.",
  parameters: {
    indicator,
    item: itemWord,
    from: optional({ ...period, description: "First period" }, "the first there is"),
    to: optional({ ...period, description: "Last period" }, "the last there is"),
    country: countryOrUsual,
    unit: optional(unit, "the base unit of the series"),
    headers,
    as_of: asOf,
    how: howParameter(
      "series_how",
      "One or several of yoy, previous, index, ytd, ma3, ma12, quarterly, annual, fill, dates, newest first",
    ),
  },
  spills: true,
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.SERIES("quota mining","rare earths")',
      says: "All rare-earth mining quotas, year and tonnes of oxide",
    },
    {
      formula: '=METALS.SERIES("magnet exports",,"2025-05","2025-06",,,1)',
      says: "Two months of magnet exports under a header",
    },
    {
      formula: '=METALS.SERIES("price","copper",2020,,,"%",1,,"yoy, newest first")',
      says: "The yearly change of the copper price in per cent, newest first",
    },
  ],
  /** The indicator alone, then with one more qualifier at a time until all that tell the series apart are said. */
  wordings({ show, ask, period, series }, say) {
    if (show !== "series") return [];
    if (series) return [{ said: undefined, args: { indicator: series, headers: HEADER_ROW } }];
    const { indicator, item, partner, reporter } = ask;
    const apart = QUALIFIERS.filter(([name]) => !["", "total", "all", undefined].includes(ask[name]));
    const sets = [[], ...apart.map((one) => [one]), ...apart.map((_, i) => apart.slice(0, i + 1))];
    const country = say.country(ask);
    const place = partner ? { partner } : { reporter };
    return sets.flatMap((set) => {
      const said = { indicator, item, ...Object.fromEntries(set.map(([name]) => [name, ask[name]])) };
      const words = set.map(([name, list]) => say.word(list, ask[name]!));
      const args = {
        indicator: [say.word("indicators", indicator), ...words].join(" "),
        item: say.item(ask),
        headers: HEADER_ROW,
      };
      return (country === undefined ? [undefined] : [undefined, country]).flatMap((named) =>
        [undefined, say.period(period)].map((from) => ({
          said: named === undefined ? said : { ...said, ...place },
          args: { ...args, from, country: named },
        })),
      );
    });
  },
  method({ indicator, item, from, to, country, unit, headers, as_of, how }, session) {
    checkOrder(from, to, "to");
    const reader = readerOf(as_of, session);
    const ask = askOf(session, as_of, indicator, item, country);
    checkHowUnit(session, how, unit);
    if (!how?.change) checkUnit(session, as_of, ask, unit);
    const points = how ? shownPoints(reader, ask, { from, to }, how) : pointsIn(reader, ask, { from, to });
    const rows: Block = points.map(({ period, found }) => [
      periodAs(session, how, period),
      found instanceof Refusal ? refusedCell(found, session) : inUnit(session, found, unit, reader),
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
