/** A call of a custom function: its id and its arguments as a person would type them; undefined where an argument is left out. */
export interface Call {
  readonly id: string;
  readonly args: readonly (string | number | undefined)[];
}

/**
 * The call as a formula. `separator` stands between arguments: a comma in Excel's own notation, whatever the user's is
 * when it is shown. `nameOf` gives the name a function is typed by.
 */
export function formulaText({ id, args }: Call, separator: string, nameOf: (id: string) => string): string {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return `=${nameOf(id)}(${args.slice(0, last + 1).map(argumentText).join(separator)})`;
}

function argumentText(arg: string | number | undefined): string {
  if (arg === undefined) return "";
  return typeof arg === "number" ? String(arg) : `"${arg.replaceAll('"', '""')}"`;
}
