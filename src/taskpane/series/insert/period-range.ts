import { comparePeriods } from "../../../dataset/period";
import type { PaneContext } from "../../context/pane-context";
import { h } from "../../widgets/dom";
import { textBox } from "../../widgets/fluent/text-box";
import type { Figure } from "../../words/points";

/** Between two periods; a hyphen only between years, where it can be nothing else. */
const BETWEEN = /\s*(?:\/|–|—|~|\.\.+|至|到|\bto\b)\s*|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)/i;

/** Which periods of a series are inserted: one box for the first and the last, blank for all. */
export function periodRange(
  { texts }: PaneContext,
  figures: readonly Figure[],
  choose: (from: string | undefined, to: string | undefined) => void,
): HTMLElement {
  const periods = figures.map(({ period }) => period);
  const input = textBox(texts.insert.periods, { placeholder: `${periods[0]} – ${periods.at(-1)}` });
  const read = () => {
    const range = rangeOf(input.value, periods);
    for (const part of [input, input.control]) part?.setAttribute("aria-invalid", String(range === undefined));
    if (range) choose(...range);
  };
  input.addEventListener("input", read);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    input.value = "";
    read();
    event.stopPropagation();
  });
  return h("div.period-range", h("span", { "aria-hidden": "true" }, texts.insert.periodsShort), input);
}

/** The first and the last of the periods a text takes in; undefined where it takes in none. */
export function rangeOf(
  text: string,
  periods: readonly string[],
): readonly [from: string | undefined, to: string | undefined] | undefined {
  const typed = text.trim();
  if (typed === "") return [undefined, undefined];
  const [from = "", to = from] = typed.split(BETWEEN);
  const first = from === "" ? periods[0] : periods.find((period) => comparable(period, from) >= 0);
  const last = to === "" ? periods.at(-1) : periods.findLast((period) => comparable(period, to) <= 0);
  if (first === undefined || last === undefined || comparePeriods(first, last) > 0) return undefined;
  return [first, last];
}

/** Before or after what is typed; a part of a year lies in it. */
function comparable(period: string, typed: string): number {
  const own = period.slice(0, typed.length);
  return own === typed ? 0 : own < typed ? -1 : 1;
}
