/** Cells that an argument is taken from, in Excel's notation: `B2`, `Sheet2!$B$2`, `A2:A9`. */
export interface CellReference {
  readonly reference: string;
}

/** Values one below the other, written as an array constant. */
export interface ValueList {
  readonly list: readonly (string | number)[];
}

/** An argument as a person would type it; undefined where it is left out. */
export type CallArgument = string | number | CellReference | ValueList | undefined;

/** A call of a custom function: its id and its arguments. */
export interface Call<A extends CallArgument = string | number | undefined> {
  readonly id: string;
  readonly args: readonly A[];
}

/**
 * The call as a formula. `separator` stands between arguments: a comma in Excel's own notation, whatever the user's is
 * when it is shown. `nameOf` gives the name a function is typed by.
 */
export function formulaText(
  { id, args }: Call<CallArgument>,
  separator: string,
  nameOf: (id: string) => string,
): string {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return `=${nameOf(id)}(${args
    .slice(0, last + 1)
    .map(argumentText)
    .join(separator)})`;
}

function argumentText(arg: CallArgument): string {
  if (arg === undefined) return "";
  if (typeof arg === "number") return String(arg);
  if (typeof arg === "string") return `"${arg.replaceAll('"', '""')}"`;
  // A semicolon leads to the next row whatever the user's separators are.
  return "reference" in arg ? arg.reference : `{${arg.list.map(argumentText).join(";")}}`;
}
