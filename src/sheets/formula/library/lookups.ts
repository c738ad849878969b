import { isError, oneOf, type Scalar, type Value } from "../value";
import { MISSING, numberIn, zeroIfEmpty, type Arguments, type Method } from "./method";

/** A cell of a range by its row and column; a whole row or column where one of them is 0. */
function indexed([range, row, column]: Arguments): Value | undefined {
  const rows = rowsOf(range);
  const [r, c] = [row, column ?? null].map((one) => numberIn(one));
  if (!rows || r === undefined || c === undefined) return undefined;
  const [atRow, atColumn] =
    rows.length === 1 && column === undefined ? [1, r] : [r, c || (rows[0]!.length === 1 ? 1 : 0)];
  if (atRow < 1 || atColumn < 1) return undefined;
  return (
    rows[atRow - 1]?.[atColumn - 1] ?? (atRow > rows.length || atColumn > rows[0]!.length ? { error: "#REF!" } : null)
  );
}

/** The first place at which exactly a value stands. */
function placeOf(value: Value | undefined, range: Value | undefined): number | undefined {
  const wanted = oneOf(value);
  const cells = rowsOf(range)?.flat();
  if (wanted === undefined || wanted === null || isError(wanted) || !cells) return undefined;
  // Wildcards are Excel's to read.
  if (typeof wanted === "string" && /[*?~]/.test(wanted)) return undefined;
  return cells.findIndex((cell) => sameCell(cell, wanted)) + 1;
}

function matched([value, range, kind]: Arguments): Value | undefined {
  if (numberIn(kind) !== 0) return undefined;
  const place = placeOf(value, range);
  return place === undefined ? undefined : place || MISSING;
}

function lookedUp([value, range, results, instead, ...more]: Arguments): Value | undefined {
  const [keys, rows] = [rowsOf(range), rowsOf(results)];
  if (!keys || !rows || more.length > 0 || keys.flat().length !== rows.flat().length) return undefined;
  const place = placeOf(value, range);
  if (place === undefined) return undefined;
  return place === 0 ? (instead ?? MISSING) : zeroIfEmpty(rows.flat()[place - 1]!);
}

function lookedUpInRows([value, range, column, kind]: Arguments): Value | undefined {
  const rows = rowsOf(range);
  const wanted = numberIn(column);
  if (!rows || wanted === undefined || numberIn(kind) !== 0 || kind === undefined) return undefined;
  const place = placeOf(
    value,
    rows.map(([key]) => [key ?? null]),
  );
  if (place === undefined) return undefined;
  return place === 0 ? MISSING : zeroIfEmpty(rows[place - 1]?.[wanted - 1] ?? null);
}

function sameCell(cell: Scalar, wanted: Exclude<Scalar, object | null>): boolean {
  return typeof cell === "string" && typeof wanted === "string"
    ? cell.toLowerCase() === wanted.toLowerCase()
    : cell === wanted;
}

function rowsOf(value: Value | undefined): Scalar[][] | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value : [[value]];
}

/** Functions that find a cell of a range: only what is found exactly. */
export const LOOKUPS: Readonly<Record<string, Method>> = {
  INDEX: indexed,
  MATCH: matched,
  XLOOKUP: lookedUp,
  VLOOKUP: lookedUpInRows,
};
