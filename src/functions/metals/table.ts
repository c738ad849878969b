import { Refusal, refuse } from "../../query/refusal";
import { build, findRecipe, type Recipe, type TableCell } from "../../tables";
import type { Block, Cell, CellError } from "../cells";
import { define, type Parameter } from "../definition";
import { howParameter, periodAs } from "../reading/how";
import { messagesOf, refusedCell } from "../messages";
import { asOf, optional, period, textOf, unit } from "../reading/parameters";

const recipe: Parameter<Recipe> = {
  description: 'Name of a prebuilt table; METALS.LIST("tables") has them',
  optional: false,
  enum: "tables",
  read: (given, { argument, session }) => findRecipe(session.dataset, textOf(given), argument),
};

/** The item of a table, as typed: which one a word means depends on what the table is about. */
const tableItem: Parameter<string> = {
  description: "Metal or product, where the table takes one",
  optional: false,
  enum: "metals",
  read: (given, { argument, session, first }) => {
    const text = textOf(given);
    session.words.read("items", text, argument, (first as Recipe).question?.indicator);
    return text;
  },
};

export const TABLE = define({
  id: "METALS.TABLE",
  summary:
    "Spills a prebuilt table with its header row, such as rare-earth quotas by year or metal prices. A missing figure is #N/A in its own cell.",
  parameters: {
    name: recipe,
    item: optional(tableItem, "what the table is about"),
    from: optional({ ...period, description: "First period" }, "what the table starts with"),
    to: optional({ ...period, description: "Last period" }, "what the table ends with"),
    unit: optional(unit, "the table's own unit"),
    as_of: asOf,
    how: howParameter("table_how", "One or several of yoy, previous, dates, newest first"),
  },
  spills: true,
  isWhole: () => true,
  examples: [
    { formula: '=METALS.TABLE("rare earth quotas")', says: "Mining and smelting quotas by year" },
    { formula: '=METALS.TABLE("metal prices",,2020,2025)', says: "Annual average prices of seven metals" },
  ],
  method({ name, item, from, to, unit, as_of, how }, session) {
    if (how?.change && unit) refuse("notTaken", { argument: "unit" });
    const table = build(name, { item, from, to, unit, view: as_of, how }, session);
    const { none } = messagesOf(session).cells;
    const cell = ({ value }: TableCell, column: number): Cell | CellError => {
      if (table.kinds[column]?.kind === "period") return periodAs(session, how, String(value));
      if (value instanceof Refusal) return refusedCell(value, session);
      return value === "" ? none : value;
    };
    const rows: Block = table.rows.map((row) => row.map(cell));
    return [table.header.map((text) => text || none), ...rows];
  },
});
