import { resolve } from "../../query/answer/compute";
import { ofWorld, sideOf } from "../../query/answer/ask";
import { byCountry, REST } from "../../query/derived/concentration";
import { askFor, inLanguage, type Context } from "../context";
import { eventsOf } from "./events";
import { shownPeriods } from "../periods";
import type { AreaSet, Line, PeriodSet, Question, RowSet } from "../recipe/recipe";
import type { Event } from "../../dataset/records";

/** One row before its cells are filled. */
export interface Row {
  readonly question: Question;
  readonly instead?: Line["instead"] | undefined;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly label?: string | undefined;
  /** The row adds up the countries that are not among these, and those the source does not list one by one. */
  readonly besides?: readonly string[];
  readonly event?: Event;
  /** Adds up the rows above it. */
  readonly isTotal?: boolean | undefined;
  /** Left out of the table when it has no figure. */
  readonly skipEmpty?: boolean | undefined;
}

/** The rows of a table, top to bottom. Refuses when the world by which countries are ranked has no figure. */
export function rowsOf(context: Context): Row[] {
  return context.recipe.rows.flatMap((set) => rowsOfSet(context, set));
}

function rowsOfSet(context: Context, set: RowSet): Row[] {
  switch (set.kind) {
    case "lines":
      return set.lines.map((line) => ({ ...lineRow(context, line), skipEmpty: set.skipEmpty }));
    case "periods":
      return periodRows(context, set);
    case "areas":
      return areaRows(context, set);
    case "events":
      return eventsOf(context, set).map((event) => ({ question: {}, event }));
  }
}

function lineRow({ session }: Context, line: Line): Row {
  return {
    question: line.question,
    isTotal: line.total,
    instead: line.instead,
    unit: line.unit,
    label: inLanguage(session.language, line, "label"),
  };
}

function periodRows(context: Context, { frequency, lines, skipEmpty }: PeriodSet): Row[] {
  const periods = shownPeriods(context, frequency);
  const rows = lines?.map((line) => lineRow(context, line)) ?? [{ question: {} }];
  return periods.flatMap((period) => rows.map((row) => ({ ...row, period, skipEmpty })));
}

function areaRows(context: Context, { top }: AreaSet): Row[] {
  const { session, reader, to } = context;
  const ask = askFor(context);
  const side = sideOf(session.dataset, ask.indicator);
  const world = ofWorld(session.dataset, ask);
  const shown = byCountry(reader, ask, resolve(reader, world, to!))
    .slice(0, top)
    .map((country) => country.ask[side]);
  const row = (area: string): Row => ({
    question: { [side]: area },
    label: session.dataset.label("areas", area, session.language),
  });
  return [...shown.map(row), { ...row(REST), besides: shown, skipEmpty: true }, { ...row(world[side]), isTotal: true }];
}
