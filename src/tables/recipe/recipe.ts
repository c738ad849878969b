import type { PartialAsk } from "../../query/answer/ask";

/**
 * A prebuilt table as data: what is asked, how the answers lie in rows and columns, and what they are called.
 * A recipe holds words and codes and never a figure; `docs/tables.md` explains it with examples, `validate.ts` checks it.
 *
 * Texts may hold placeholders in braces: `{item}`, `{from}`, `{to}`, `{span}` (from … to …), `{unit}`, `{day}` (the day
 * the table answers for); those of a column's header also `{period}` and `{base}`; those of the table also the words of
 * its question, such as `{stage}` and `{measure}`.
 */
export interface Recipe {
  /** Name of the file without its ending; what METALS.TABLE takes, with spaces or hyphens. Never changes once published. */
  readonly id: string;
  /** What the table is called where tables are offered; no placeholders. */
  readonly name: string;
  readonly name_zh: string;
  /** What stands over it, where the name will not do. */
  readonly title?: string;
  readonly title_zh?: string;
  /** The line under the title: unit, basis, definition. */
  readonly subtitle: string;
  readonly subtitle_zh: string;
  /** Other names the table answers to. */
  readonly aliases?: readonly string[];
  /** What `from` and `to` are: years, months, or any period an event can fall into. */
  readonly frequency: TableFrequency;
  /** What the table takes, with what a blank means. A parameter that is not listed is not taken. */
  readonly parameters: RecipeParameters;
  /** What all cells have in common. */
  readonly question?: Question;
  /** Row sets, one below the other. */
  readonly rows: readonly RowSet[];
  readonly columns: readonly Column[];
  readonly notes?: readonly Note[];
}

export type TableFrequency = "a" | "m" | "any";

export interface RecipeParameters {
  /** Code of an item; "" takes an item without assuming one. */
  readonly item?: string;
  /** A period, or `first`: the first period that has a figure. "" leaves the beginning open. */
  readonly from?: string;
  /** A period, or `last`: the last period that has a figure. "" leaves the end open. */
  readonly to?: string;
  readonly unit?: string;
}

/** Part of a question, in codes. The parts of table, row and column are put together, the later winning. `series` names one series and settles everything. */
export type Question = Partial<PartialAsk> & { readonly series?: string };

export interface Note {
  readonly text: string;
  readonly text_zh: string;
}

export type RowSet = LineSet | PeriodSet | AreaSet | EventSet;

/** Fixed lines. */
export interface LineSet {
  readonly kind: "lines";
  readonly lines: readonly Line[];
  /** Leaves out lines without any figure. */
  readonly skipEmpty?: boolean;
}

/** One row, or one row per period: a part of the question, the unit of its figures when it is not that of the table, and its name when that of the item will not do. */
export interface Line {
  readonly question: Question;
  /** Further parts for the questions about one indicator: ore where the metal is traded as ore. */
  readonly instead?: Readonly<Record<string, Question>>;
  readonly unit?: string;
  readonly label?: string;
  readonly label_zh?: string;
  /** Whether it adds up the lines above it. */
  readonly total?: true;
}

/** One row for each period of a frequency between `from` and `to`, or one per period and line. */
export interface PeriodSet {
  readonly kind: "periods";
  readonly frequency: "a" | "m";
  readonly lines?: readonly Line[];
  readonly skipEmpty?: boolean;
}

/** Reporting countries by the value of the question at `to`, largest first; then the others together, then the world as published. */
export interface AreaSet {
  readonly kind: "areas";
  readonly top: number;
}

/** One row for each event between `from` and `to`, oldest first. A blank filter lets everything pass. */
export interface EventSet {
  readonly kind: "events";
  readonly types?: readonly string[];
  readonly items?: readonly string[];
}

export type Column = TextColumn | FigureColumn | ControlColumn | EventColumn;

interface Headed {
  /** Needed where the usual header of the column will not do. */
  readonly header?: string;
  readonly header_zh?: string;
}

/** A word about the row. `name` is its label, else its item. */
export const TEXT_FACTS = ["name", "item", "area", "period", "batch", "unit", "basis", "hs"] as const;
export interface TextColumn extends Headed {
  readonly show: (typeof TEXT_FACTS)[number];
}

/**
 * - `value` at `period`;
 * - `change` from `base` to `period`, in the unit of the values;
 * - `growth` over `base`, a fraction: a period, or `previous`; blank means a year before;
 * - `compound` growth per year from `base` to `period`;
 * - `share` of the world in the question, a fraction;
 * - `part` of the question `of`, a fraction;
 * - `concentration` of the world total by country, a Herfindahl–Hirschman index from 0 to 10,000.
 */
export const FIGURES = ["value", "change", "growth", "compound", "share", "part", "concentration"] as const;
export interface FigureColumn extends Headed {
  readonly show: (typeof FIGURES)[number];
  readonly question?: Question;
  /** Blank: the period of the row. */
  readonly period?: string;
  readonly base?: string;
  readonly of?: Question;
  readonly unit?: string;
  /** One such column for each year between `from` and `to`. */
  readonly each?: "a";
}

/** The export controls on an item, with their state on the day the table answers for. `items` adds what a row's item is controlled as, by item. */
export interface ControlColumn extends Headed {
  readonly show: "controls";
  readonly items?: Readonly<Record<string, readonly string[]>>;
}

export const EVENT_FACTS = [
  "date",
  "type",
  "items",
  "actors",
  "announcement",
  "destination",
  "due",
  "in-force",
  "until",
  "suspended",
  "state",
  "what",
  "source",
] as const;
export interface EventColumn extends Headed {
  readonly show: (typeof EVENT_FACTS)[number];
}

const isOneOf =
  (list: readonly string[]) =>
  (column: Column): boolean =>
    list.includes(column.show);

export const isFigureColumn = isOneOf(FIGURES) as (column: Column) => column is FigureColumn;
export const isEventColumn = isOneOf(EVENT_FACTS) as (column: Column) => column is EventColumn;

/** Whether each row names the bases that its figures stand on. */
export const saysBases = ({ columns }: Recipe): boolean => columns.some(({ show }) => show === "basis");
