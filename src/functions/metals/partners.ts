import { frequencyOf, periodsBetween } from "../../dataset/period";
import type { Answer } from "../../query/answer/answer";
import { askWith, sideOf, type Ask } from "../../query/answer/ask";
import type { Reader } from "../../query/answer/candidates";
import { partners, type Line } from "../../query/derived/partners";
import { resolve } from "../../query/answer/compute";
import { periodCell } from "../../query/period/period";
import { orRefusal, Refusal } from "../../query/refusal";
import type { Unit } from "../../query/units/units";
import { askOf, checkUnit, inUnit, readerOf } from "../answering/asking";
import type { Block, Cell, CellError } from "../cells";
import { define } from "../definition";
import { messagesOf, refusedCell } from "../messages";
import { asOf, count, indicator, itemWord, optional, period, unit, word } from "../reading/parameters";
import type { Session } from "../session";

const USUAL_COUNT = 10;
const MOST = 250;

export const PARTNERS = define({
  id: "METALS.PARTNERS",
  summary:
    "Spills the largest partners of trade or producing countries: rank, country, value, share, change on the year; then the other countries and the world.",
  parameters: {
    indicator,
    item: itemWord,
    period,
    n: optional(count(MOST, "How many countries to list, largest first"), "ten"),
    unit: optional(unit, "base units"),
    basis: optional(word("bases", "customs, baci or any", "bases"), "the usual basis"),
    as_of: asOf,
  },
  spills: true,
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.PARTNERS("production","copper",2024,5,"kt")',
      says: "The five largest copper miners, the others and the world",
    },
    {
      formula: '=METALS.PARTNERS("imports","refined copper",2023,5,"USD m","baci")',
      says: "Where China's refined copper came from",
    },
  ],
  method({ indicator, item, period, n = USUAL_COUNT, unit, basis, as_of }, session) {
    const reader = readerOf(as_of, session);
    const asked = askOf(session, as_of, indicator, item);
    const ask = basis && !asked.series ? askWith(asked, "basis", basis) : asked;
    checkUnit(session, as_of, ask, unit);
    if (frequencyOf(period) === "p") return overYears(session, reader, ask, period, n, unit);
    return partners(reader, ask, period, n).map((line, i): Block[number] => [
      line.kind === "country" ? i + 1 : messagesOf(session).cells.none,
      nameOf(session, line),
      cellOf(session, line.value, unit),
      cellOf(session, line.share),
      cellOf(session, line.change),
    ]);
  },
});

/** A column a year for the countries that are the largest in the last. */
function overYears(session: Session, reader: Reader, ask: Ask, span: string, n: number, unit: Unit | undefined): Block {
  const [from = "", to = ""] = span.split("/");
  const years = periodsBetween(from, to);
  const lines = partners(reader, ask, to, n);
  const { none } = messagesOf(session).cells;
  const { rank, country } = messagesOf(session).headers;
  const rows = lines.map((line, i): Block[number] => [
    line.kind === "country" ? i + 1 : none,
    nameOf(session, line),
    ...years.map((year) => cellOf(session, valueIn(reader, lines, line, year), unit)),
  ]);
  return [[rank, country, ...years.map(periodCell)], ...rows];
}

function valueIn(reader: Reader, lines: readonly Line[], line: Line, year: string): Answer | Refusal {
  const own = () => resolve(reader, line.ask, year);
  if (line.kind === "country" || line.kind === "world") return orRefusal(own);
  return orRefusal(() => {
    const shown = lines.filter(({ kind }) => kind === "country").map(({ ask }) => resolve(reader, ask, year));
    const world = own();
    return { ...world, value: shown.reduce((rest, { value }) => rest.minus(value), world.value) };
  });
}

function nameOf(session: Session, { kind, ask }: Line): string {
  const label = (area: string) => session.dataset.label("areas", area, session.language);
  if (kind === "discrepancy") return messagesOf(session).cells.discrepancy;
  return label(kind === "others" ? "rest" : ask[sideOf(session.dataset, ask.indicator)]);
}

function cellOf(session: Session, found: Answer | Refusal, unit?: Unit): Cell | CellError {
  return found instanceof Refusal ? refusedCell(found, session) : inUnit(session, found, unit);
}
