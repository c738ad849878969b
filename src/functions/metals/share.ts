import { askWith, dimensionsOf, questionOf, type Ask } from "../../query/answer/ask";
import { levelsOf } from "../../query/derived/growth";
import { indicatorOf, type Phrase } from "../../query/words/phrase";
import { share } from "../../query/derived/share";
import type { WordList } from "../../query/words/spellings";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define, type Parameter } from "../definition";
import { asOf, indicator, itemWord, period, textOf } from "../reading/parameters";

/** A part of a total: a code in the dimension over which the total is taken. */
interface Part {
  readonly dimension: "partner" | "reporter" | "group" | "batch" | "holder" | "item";
  readonly code: string;
}

/** What a part can be besides a country, tried in this order. */
const DIMENSION_OF: readonly (readonly [WordList, "group" | "batch" | "holder" | "item"])[] = [
  ["groups", "group"],
  ["batches", "batch"],
  ["holders", "holder"],
  ["items", "item"],
];

const part: Parameter<Part> = {
  description:
    "The part: a partner country of trade, a producing country, or a group, batch, company or member of the total",
  optional: false,
  enum: "countries",
  read: (given, { argument, session: { dataset, words }, first }) => {
    const text = textOf(given);
    const dimensions = dimensionsOf(dataset, indicatorOf(first as Phrase));
    for (const [list, dimension] of DIMENSION_OF) {
      const code = dimensions.includes(dimension) && !words.find("areas", text) ? words.find(list, text) : undefined;
      if (code) return { dimension, code };
    }
    return {
      dimension: dimensions.includes("partner") ? "partner" : "reporter",
      code: words.read("areas", text, argument),
    };
  },
};

export const SHARE = define({
  id: "METALS.SHARE",
  summary:
    "A part of a total, as a fraction: a partner's share of China's trade, a country's share of world production or reserves.",
  parameters: {
    indicator,
    item: itemWord,
    period,
    part,
    as_of: asOf,
  },
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.SHARE("magnet exports",,"2025-06","US")',
      says: "The United States' share of magnet exports by weight, June 2025",
    },
    {
      formula: '=METALS.SHARE("production","rare earths",2024,"China")',
      says: "China's share of world mine production",
    },
  ],
  /** A country's share of the world. */
  wordings({ show, ask, period, part: area }, say) {
    if (show !== "share" || area === undefined) return [];
    const { indicator, item } = say.named(ask, period);
    return [{ said: ask, args: { indicator, item, period: say.period(period), part: say.word("areas", area) } }];
  },
  method({ indicator, item, period, part, as_of }, session) {
    const named = levelsOf(askOf(session, as_of, indicator, item));
    const ask = named.series ? questionOf(named) : named;
    // A country's part is one of the world; every other total is the question itself.
    const whole: Ask = part.dimension === "reporter" ? askWith(ask, "reporter", "wld") : ask;
    return inUnit(
      session,
      share(readerOf(as_of, session), askWith(whole, part.dimension, part.code), whole, period),
      undefined,
    );
  },
});
