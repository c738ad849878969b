import { answer } from "../../query/answer/answer";
import { Refusal, refuseWord } from "../../query/refusal";
import { idsLike } from "../../query/search/view-search";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define, type Parameter } from "../definition";
import { refusalText } from "../messages";
import { asOf, choice, optional, period, textOf } from "../reading/parameters";
import { sourceFact } from "../answering/source-facts";
import { statusLine } from "../answering/status";
import type { Series } from "../../dataset/records";
import { viewAt } from "../../dataset/view";

/** A series by its stable id. */
const seriesId: Parameter<Series> = {
  description:
    "Stable id of a series, such as imports.copper.chn.wld.value.customs.a (METALS.FIND and the pane show ids)",
  optional: false,
  takes: "series",
  read: (given, { argument, session: { dataset } }) => {
    const id = textOf(given);
    return dataset.seriesEver(id.toLowerCase()) ?? refuseWord(argument, id, () => idsLike(viewAt(dataset))(id));
  },
};

export const GET = define({
  id: "METALS.GET",
  summary:
    "A figure of any series by its stable id, or a fact about it: status, source, published, url, locator, licence.",
  parameters: {
    series_id: seriesId,
    period,
    what: optional(choice("figure_facts", "value, status, or any fact of METALS.SOURCE"), "value"),
    as_of: asOf,
  },
  result: "any",
  examples: [
    {
      formula: '=METALS.GET("imports.copper.chn.wld.value.customs.a",2024)',
      says: "The same figure as METALS.IMPORTS, by id",
    },
    {
      formula: '=METALS.GET("imports.copper.chn.wld.value.customs.a",2024,"locator")',
      says: "Where in the source it stands",
    },
  ],
  wordings: ({ show, series, period }, say) =>
    show === "value" && series ? [{ said: undefined, args: { series_id: series, period: say.period(period) } }] : [],
  method({ series_id, period, what, as_of }, session) {
    const reader = readerOf(as_of, session);
    const find = () => answer(reader, askOf(session, as_of, { series: series_id }, undefined), period);
    if (what === undefined || what === "value") return inUnit(session, find(), undefined);
    if (what !== "status") return sourceFact(session, reader, find(), what);
    try {
      return statusLine(session, reader, find());
    } catch (error) {
      if (error instanceof Refusal) return refusalText(error, session);
      throw error;
    }
  },
});
