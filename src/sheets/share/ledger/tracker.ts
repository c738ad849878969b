import { nodesOf, parsed, rewrite, type Node, type Reference } from "../../formula";
import { rectangleOf, type Rectangle } from "../../notation/reference";
import type { SheetCell } from "../../own-sheet/content";
import { absolute, addressOf, cellsOf } from "../../notation/place";

/** Where a formula belongs, and the formula. */
export interface Home {
  /** Name of its sheet. */
  readonly sheet: string;
  /** What it fills. */
  readonly area: Rectangle;
  readonly formula: string;
}

/** What of a home Excel no longer has: its own cells, or some that its formula refers to. */
export type Gone = "place" | "reference";

/** Excel's limits, with room for what it adds when a sheet gets a longer name. */
const LONGEST = 7000;
const MOST_ARGUMENTS = 200;

const DELETED = "#REF!";
/** As Excel may leave it where the cells went and their sheet stayed: `Sheet1!#REF!`. */
const DELETED_ON_SHEET = /(?:'(?:[^']|'')*'|[^,(!']+)!#REF!/g;

/** A cell, or one end of whole columns or rows. */
const PART = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

/**
 * A cell that shows `check` and refers to the place of a replaced formula and to the cells which that formula refers to:
 * Excel keeps references up to date when rows move and sheets are renamed, and IF never computes these.
 */
export function trackerOf(check: string, home: Home, gone?: Gone): SheetCell {
  const references = referencesIn(home.formula);
  if (!references) return check;
  const place = gone === "place" ? DELETED : absolute(addressOf({ sheetId: "", sheet: home.sheet, ...home.area }));
  const others = references.map((reference) => fixed(reference, home.sheet));
  const args = [place, ...(gone === "reference" ? [DELETED] : others)];
  const formula = `=IF(TRUE,"${check}",SUM(${args.join(",")}))`;
  return formula.length > LONGEST || args.length > MOST_ARGUMENTS ? check : { formula };
}

/** A reference with its sheet and every part fixed, as one on the sheet `own` means it. */
function fixed({ sheet, text }: Reference, own: string): string {
  return absolute(`${prefixOf(sheet ?? own)}${text}`);
}

/** Whether a formula is one of `trackerOf`. */
export function isTracker(formula: unknown): boolean {
  return typeof formula === "string" && followedBy(formula) !== undefined;
}

/** The fingerprint that a cell of `trackerOf` shows once it is calculated. */
export function checkIn(content: unknown): unknown {
  return typeof content === "string" && isTracker(content) ? /"([^"]*)"/.exec(content)![1] : content;
}

/** Where a formula belongs now and how it reads there, by what its tracker refers to now. As it was where nothing tracks it. */
export function follow(home: Home, tracker: unknown): Home & { readonly gone?: Gone } {
  const [place, ...now] = (typeof tracker === "string" && followedBy(tracker)) || [];
  if (!place) return home;
  if (place.kind !== "reference") return { ...home, gone: "place" };
  const area = rectangleOf(place.text);
  const before = referencesIn(home.formula) ?? [];
  if (!area || place.sheet === undefined) return home;
  const there = { sheet: place.sheet, area };
  if (now.some(({ kind }) => kind !== "reference") || now.length !== before.length)
    return { ...home, ...there, gone: "reference" };
  const replacements = before.flatMap((old, i) => {
    const next = now[i] as Reference;
    // What leads where it led keeps its spelling.
    if (place.sheet === home.sheet && fixed(old, home.sheet) === fixed(next, home.sheet)) return [];
    return [{ start: old.start, end: old.end, text: moved(old, next, place.sheet!) }];
  });
  return { ...there, formula: rewrite(home.formula, replacements) };
}

/** The cells of this workbook that a formula refers to; undefined where they cannot be told. */
function referencesIn(formula: string): Reference[] | undefined {
  const node = parsed(formula);
  return (
    node && nodesOf(node).filter((part): part is Reference => part.kind === "reference" && !part.sheet?.includes("["))
  );
}

/** What the second branch of a tracker sums; undefined for any other formula. */
function followedBy(formula: string): Node[] | undefined {
  if (!formula.startsWith('=IF(TRUE,"')) return undefined;
  const node = parsed(formula.replaceAll(DELETED_ON_SHEET, DELETED));
  const sum = node?.kind === "call" && node.args.length === 3 ? node.args[2] : undefined;
  return sum?.kind === "call" ? sum.args.filter((arg) => arg !== undefined) : undefined;
}

/** A reference as it was written, to the cells where it leads now. */
function moved(old: Reference, { sheet = "", text }: Reference, home: string): string {
  const dollars = old.text.split(":");
  const parts = text.split(":").map((part, i) => likewise(dollars[i] ?? dollars[0]!, part));
  const isOwn = old.sheet === undefined && sheet.toLowerCase() === home.toLowerCase();
  return `${isOwn ? "" : prefixOf(sheet)}${parts.join(":")}`;
}

/** `part` with dollar signs where `pattern` has them. */
function likewise(pattern: string, part: string): string {
  const [, first = "", letters = "", second = ""] = PART.exec(pattern) ?? [];
  const [, , column = "", , row = ""] = PART.exec(part) ?? [];
  return `${column && letters && first}${column}${row && (letters ? second : first)}${row}`;
}

function prefixOf(sheet: string): string {
  const cell = { row: 0, column: 0, rows: 1, columns: 1 };
  return addressOf({ sheetId: "", sheet, ...cell }).slice(0, -cellsOf(cell).length);
}
