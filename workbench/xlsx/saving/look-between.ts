/** What is different between the looks that a cell had in the file and those that it has now, in the file's words. */
import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { Look, Line, Side } from "../../../src/package/looks/look";
import { HORIZONTAL, INDENT_STEP, LINES, VERTICAL } from "../styles";

const SIDES: readonly (readonly [Side, "l" | "r" | "t" | "b"])[] = [
  ["left", "l"],
  ["right", "r"],
  ["top", "t"],
  ["bottom", "b"],
];

/** Undefined where nothing is. */
export function lookBetween(before: IStyleData, now: IStyleData): Look | undefined {
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
