import { frequencyOf, monthsOf } from "../../dataset/period";
import { HOW, type How, type HowWord } from "../../query/derived/how";
import { inSystem } from "../../query/period/date-system";
import { periodCell } from "../../query/period/period";
import { refuse } from "../../query/refusal";
import type { Unit } from "../../query/units/units";
import { choicesOf, findChoice, type ChoiceList } from "./choices";
import type { Parameter } from "../definition";
import { optional, textOf } from "./parameters";
import type { Session } from "../session";

type HowList = Extract<ChoiceList, "series_how" | "grid_how" | "table_how">;

/** No word of `how` has more parts: `year on year`. */
const LONGEST_NAME = 4;

/** Days between Excel's day 0 and the Unix epoch. */
const EXCEL_EPOCH = 25569;
const MILLISECONDS = 86_400_000;

/** One or several words for what is done to the figures, in any order. */
export function howParameter(list: HowList, description: string): Parameter<How | undefined> {
  return optional<How>(
    {
      description,
      optional: false,
      enum: list,
      read: (given, { argument }) => readHow(list, textOf(given), argument),
    },
    "the figures as they are",
  );
}

function readHow(list: HowList, text: string, argument: string): How {
  const tokens = text.split(/[\s,;+、，；]+/u).filter((token) => token !== "");
  let how: How = {};
  const said: HowWord[] = [];
  for (let start = 0; start < tokens.length;) {
    const [word, taken] =
      takeWord(list, tokens, start) ?? refuse("notOffered", { argument, word: tokens[start]!, valid: choicesOf(list) });
    const rival = said.find((other) => other !== word && Object.keys(HOW[other])[0] === Object.keys(HOW[word])[0]);
    if (rival) refuse("contradiction", { argument, given: word, named: rival });
    said.push(word);
    how = { ...how, ...HOW[word] };
    start += taken;
  }
  return how;
}

/** The longest word of the list that begins at a token, and how many tokens it takes. */
function takeWord(list: HowList, tokens: readonly string[], start: number): [HowWord, number] | undefined {
  for (let length = Math.min(LONGEST_NAME, tokens.length - start); length > 0; length--) {
    const found = findChoice(list, tokens.slice(start, start + length).join(" "));
    if (found) return [found, length];
  }
  return undefined;
}

/** Refuses a unit that a change or an index cannot have: a change has only %, an index none. */
export function checkHowUnit(session: Session, how: How | undefined, unit: Unit | undefined): void {
  if (!unit || !how?.change) return;
  if (how.change === "index") refuse("notTaken", { argument: "unit" });
  if (!session.units.fits(unit, "1"))
    refuse("notOffered", { argument: "unit", word: unit.id, valid: session.units.offered("1", session.language) });
}

/** A period as `how` wants it in a cell: months and quarters as the Excel date of their first day. */
export function periodAs({ dateSystem }: Session, how: How | undefined, period: string): number | string {
  const isDate = how?.dates && ["m", "q"].includes(frequencyOf(period)!);
  if (!isDate) return periodCell(period);
  const serial = Date.parse(`${monthsOf(period)[0]}-01T00:00:00Z`) / MILLISECONDS + EXCEL_EPOCH;
  return inSystem(serial, dateSystem);
}
