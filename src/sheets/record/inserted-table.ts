import { count, fieldsOf, text, type Fields } from "./fields";
import { placeOf, type Standing } from "./standing";

/** A table that Orebook inserted, as the document remembers it: how it was asked for, and where it was last seen. */
export interface InsertedTable {
  /** Also part of the name that marks its cells. */
  readonly id: string;
  /** Id of the recipe. */
  readonly recipe: string;
  /** What was asked for: `item`, `from`, `to` and `unit` (a unit's code); blanks left out. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Language of its words; English when it is not said. */
  readonly language?: "en" | "zh";
  /** Written as live formulas or as values. */
  readonly mode: "formulas" | "values";
  /** What its figures are as of. */
  readonly standing: Standing;
  /** Its cells when it was last written: another extent now is the user's doing. */
  readonly rows: number;
  readonly columns: number;
}

/** The workbook holds one such name per table, scoped to its sheet, so that it goes along when the sheet is copied. */
const MARK = "_orebook_";

export function markOf(id: string): string {
  return `${MARK}${id}`;
}

/** The id in a mark; undefined for any other name. */
export function idOfMark(name: string): string | undefined {
  return name.startsWith(MARK) ? name.slice(MARK.length) : undefined;
}

/** A name's comment takes no more. */
const COMMENT_LIMIT = 255;

/** What the mark itself says of its table, for a sheet that goes to another workbook, whose document knows nothing of it; "" where that is too long. */
export function commentOf({ id: _, ...asked }: InsertedTable): string {
  const text = JSON.stringify(asked);
  return text.length > COMMENT_LIMIT ? "" : text;
}

/** The table that a mark's comment tells of; undefined where it tells of none. */
export function tableOfComment(id: string, comment: string): InsertedTable | undefined {
  try {
    return readTable({ ...fieldsOf(JSON.parse(comment)), id });
  } catch {
    return undefined;
  }
}

export function newTableId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}

/** Undefined for what cannot be read: such a table is forgotten. */
export function readTable(value: unknown): InsertedTable | undefined {
  const fields = fieldsOf(value);
  const [id, recipe, rows, columns] = [
    text(fields["id"]),
    text(fields["recipe"]),
    count(fields["rows"]),
    count(fields["columns"]),
  ];
  if (!id || !recipe || rows === undefined || columns === undefined) return undefined;
  return {
    id,
    recipe,
    arguments: textsOf(fieldsOf(fields["arguments"])),
    language: fields["language"] === "zh" ? "zh" : "en",
    mode: fields["mode"] === "formulas" ? "formulas" : "values",
    standing: placeOf(fieldsOf(fields["standing"])),
    rows,
    columns,
  };
}

function textsOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => text(entry[1]) !== undefined),
  );
}
