/** The looks of a sheet, written where they are others than in the file: cells, rows and columns, merged cells, frozen panes. */
import type { IStyleData, IBorderStyleData, IColumnData, IRowData, Nullable } from "@univerjs/core";
import { ColumnStyles, rowStyle } from "../../../src/package/cells/line-styles";
import { SheetPatch } from "../../../src/package/cells/patch";
import { SheetText } from "../../../src/package/cells/sheet-text";
import type { Look, Line, Side } from "../../../src/package/looks/look";
import { withColumns, withRows, type LineChange, type LineChanges } from "../../../src/package/sheet/lines";
import { withMerges } from "../../../src/package/sheet/merges";
import { withPanes } from "../../../src/package/sheet/panes";
import { attributesOf } from "../../../src/package/xml";
import { linesOf, type SetLine } from "../../grid/set-looks";
import { characters, columnSizes, frozenIn, mergedIn, points, rowSizes } from "../sheet-facts";
import type { SavedSheet, Source } from "./source";
import { HORIZONTAL, INDENT_STEP, LINES, VERTICAL } from "../styles";

export interface Styles {
  /** The looks of a format of the file. */
  style(index: number): IStyleData | undefined;
  /** The number of a format like another one but for a look. */
  derived(base: number, look: Look): number;
}

/** @param before the sheet's text as the file has it; `now` with its contents saved */
export function withLooks(before: string, now: string, { here }: SavedSheet, source: Source, styles: Styles): string {
  const was = new SheetText(before);
  let xml = withCellLooks(was, now, here, source, styles);
  xml = withRows(
    xml,
    linesBetween(
      linesOf(rowSizes(before, was), ({ h }: IRowData) => h),
      source.looks.rows(here),
      points,
    ),
  );
  const columns = linesOf(columnSizes(before, was.data.start), ({ w }: IColumnData) => w);
  xml = withColumns(xml, linesBetween(columns, source.looks.columns(here), characters));
  const frozen = source.panes.get(here);
  const known = frozenIn(before, was.data.start);
  if (frozen.rows !== known.rows || frozen.columns !== known.columns) xml = withPanes(xml, frozen);
  const merged = source.merges.on(here).map((area) => ({ ...area, rows: area.rowCount, columns: area.columnCount }));
  return merged.length + mergedIn(before, was.data.end).length === 0 ? xml : withMerges(xml, merged);
}

function withCellLooks(was: SheetText, now: string, here: string, source: Source, styles: Styles): string {
  const text = now === was.xml ? was : new SheetText(now);
  const used = source.cells.used(here, false);
  const patch = new SheetPatch(text);
  const rows = new Map(was.rows.map((one) => [one.row, one]));
  const columns = new ColumnStyles(was);
  const show = (row: number, column: number) => {
    const old = was.cellAt(row, column);
    const line = rows.get(row);
    const styled = old
      ? attributesOf(was.xml, old.tag)["s"]
      : ((line && rowStyle(was.xml, line)) ?? columns.of(column));
    const base = Number(styled ?? 0);
    // What a whole row or column looks like is not shown here.
    const before = old ? (styles.style(base) ?? {}) : {};
    const look = lookBetween(before, source.looks.cell(here, row, column));
    const wanted = look ? styles.derived(base, look) : base;
    const cell = text.cellAt(row, column);
    const is = cell ? Number(attributesOf(text.xml, cell.tag)["s"] ?? 0) : base;
    if (wanted !== is) patch.look({ row, column, style: String(wanted) });
  };
  for (let index = 0; index < was.cellCount; index++) {
    const { row, column } = was.cell(index);
    show(row, column);
  }
  if (used)
    for (let row = used.row; row < used.row + used.rowCount; row++)
      for (let column = used.column; column < used.column + used.columnCount; column++)
        if (!was.cellAt(row, column)) show(row, column);
  return patch.text();
}

function linesBetween(
  was: ReadonlyMap<number, SetLine>,
  is: ReadonlyMap<number, SetLine>,
  written: (pixels: number) => number,
): LineChanges {
  const changes = new Map<number, LineChange>();
  for (const at of new Set([...was.keys(), ...is.keys()])) {
    const [before, now] = [was, is].map((lines) => lines.get(at) ?? { size: undefined, isHidden: false });
    const change: LineChange = {
      ...(before!.size !== now!.size && { size: now!.size === undefined ? null : written(now!.size) }),
      ...(before!.isHidden !== now!.isHidden && { isHidden: now!.isHidden }),
    };
    if (Object.keys(change).length > 0) changes.set(at, change);
  }
  return changes;
}

const SIDES: readonly (readonly [Side, "l" | "r" | "t" | "b"])[] = [
  ["left", "l"],
  ["right", "r"],
  ["top", "t"],
  ["bottom", "b"],
];

/** Undefined where nothing is. */
function lookBetween(before: IStyleData, now: IStyleData): Look | undefined {
  const [was, is] = [before, now].map(looksOf);
  const font = changed(was!.font, is!.font);
  const borders = changed(was!.borders, is!.borders);
  const alignment = changed(was!.alignment, is!.alignment);
  const rest = changed(was!.rest, is!.rest);
  const look = { ...rest, ...(font && { font }), ...(borders && { borders }), ...(alignment && { alignment }) };
  return Object.keys(look).length > 0 ? (look as Look) : undefined;
}

function looksOf(style: IStyleData) {
  const { bl, it, st, ul, fs, ff, cl, bg, n, ht, vt, tb, pd, bd } = style;
  const fill = colour(bg);
  return {
    font: {
      bold: bl === 1,
      italic: it === 1,
      strike: st?.s === 1,
      underline: ul?.s === 1,
      size: fs ?? null,
      // A page may name fonts to fall back to.
      name: ff?.split(",")[0] ?? null,
      color: colour(cl),
    },
    // In Excel white stands for no fill as well.
    rest: { numberFormat: n?.pattern ?? "General", fill: fill === "#FFFFFF" ? null : fill },
    borders: Object.fromEntries(SIDES.map(([side, own]) => [side, lineOf(bd?.[own])])),
    alignment: {
      horizontal: wordOf(HORIZONTAL, ht),
      // At the bottom is where a text stands by itself.
      vertical: vt === VERTICAL["bottom"] ? null : wordOf(VERTICAL, vt),
      wrapText: tb === 3,
      indent: Math.round((pd?.l ?? 0) / INDENT_STEP),
    },
  };
}

function changed<T extends Readonly<Record<string, unknown>>>(was: T, is: T): Partial<T> | undefined {
  const differing = Object.entries(is).filter(([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value));
  return differing.length > 0 ? (Object.fromEntries(differing) as Partial<T>) : undefined;
}

const wordOf = (words: Readonly<Record<string, number>>, number: Nullable<number>): string | null =>
  Object.entries(words).find(([, of]) => of === number)?.[0] ?? null;

function lineOf(line: Nullable<IBorderStyleData>): Line | null {
  const style = wordOf(LINES, line?.s);
  return style === null ? null : { style, color: colour(line?.cl) ?? "#000000" };
}

/** Univer's own dialogs write colours in a second way. */
function colour(said: Nullable<{ rgb?: Nullable<string> }>): string | null {
  const text = said?.rgb ?? "";
  if (/^#[\da-f]{6}$/i.test(text)) return text.toUpperCase();
  const parts = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(text)?.slice(1);
  return parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase() : null;
}
