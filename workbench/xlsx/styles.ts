/** The looks that a workbook's cells are given by number, as Univer has them. What is written back is made from the file's own: see `saving/looks.ts`. */
import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import type { SavedWorkbook } from "../../src/package";
import { attributesOf, elements, tagsOf, type Element } from "../../src/package/xml";
import styles from "./styles.json";

type Attributes = Readonly<Record<string, string>>;

/** Number formats that files name by number alone. */
const FORMATS: Readonly<Record<string, string>> = styles.formats;

export const LINES: Readonly<Record<string, number>> = styles.lines;
export const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
  distributed: 6,
};
export const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
export const INDENT_STEP = 9;

/** The colours of Office's own theme, for files that have none. */
const THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");

/** Gives the style of a number; undefined for plain cells. */
export function readStyles({ file }: SavedWorkbook): (index: number) => IStyleData | undefined {
  const part = file.related(file.workbook, "styles");
  if (part === undefined) return () => undefined;
  const xml = file.text(part);
  const themePart = file.related(file.workbook, "theme");
  const theme = themePart === undefined ? THEME : themeColours(file.text(themePart));
  const within = (list: string, name: string): Element[] =>
    elements(xml, list).flatMap(({ content }) => elements(xml, name, content.start, content.end));
  const ownFormats = new Map(
    within("numFmts", "numFmt").map(({ attributes: { numFmtId, formatCode } }) => [numFmtId, formatCode]),
  );
  const fonts = within("fonts", "font").map((font) => fontOf(xml, font, theme));
  const fills = within("fills", "fill").map((fill) => fillOf(xml, fill, theme));
  const borders = within("borders", "border").map((border) => borderOf(xml, border, theme));
  const all = within("cellXfs", "xf").map((xf): IStyleData => {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    const pattern = ownFormats.get(numFmtId) ?? FORMATS[numFmtId];
    return {
      // The plain font is the grid's own.
      ...(fontId !== "0" && fonts[Number(fontId)]),
      ...fills[Number(fillId)],
      ...borders[Number(borderId)],
      ...(pattern && pattern !== "General" && { n: { pattern } }),
      ...alignmentOf(child(xml, xf, "alignment")),
    };
  });
  return (index) => (Object.keys(all[index] ?? {}).length > 0 ? all[index] : undefined);
}

/** The attributes of the first tag of a name within an element. */
function child(xml: string, { content }: Element, name: string): Attributes | undefined {
  for (const tag of tagsOf(xml, content.start, content.end)) if (tag.name === name) return attributesOf(xml, tag);
  return undefined;
}

function fontOf(xml: string, font: Element, theme: readonly string[]): IStyleData {
  const of = (name: string) => child(xml, font, name);
  const isOn = (name: string) => of(name) !== undefined && !["0", "false", "none"].includes(of(name)!["val"] ?? "");
  const colour = colourOf(of("color"), theme);
  const [size, name] = [of("sz")?.["val"], (of("name") ?? of("rFont"))?.["val"]];
  return {
    ...(isOn("b") && { bl: 1 }),
    ...(isOn("i") && { it: 1 }),
    ...(isOn("u") && { ul: { s: 1 } }),
    ...(isOn("strike") && { st: { s: 1 } }),
    ...(size && { fs: Number(size) }),
    ...(name && { ff: name }),
    ...(colour && { cl: { rgb: colour } }),
  };
}

function fillOf(xml: string, fill: Element, theme: readonly string[]): IStyleData {
  if (child(xml, fill, "patternFill")?.["patternType"] !== "solid") return {};
  const colour = colourOf(child(xml, fill, "fgColor"), theme);
  return colour ? { bg: { rgb: colour } } : {};
}

function borderOf(xml: string, border: Element, theme: readonly string[]): IStyleData {
  const line = (side: string): IBorderStyleData | undefined => {
    const [found] = elements(xml, side, border.content.start, border.content.end);
    const s = found && LINES[found.attributes["style"] ?? ""];
    if (!found || s === undefined) return undefined;
    return { s, cl: { rgb: colourOf(child(xml, found, "color"), theme) ?? "#000000" } };
  };
  const sides = { t: line("top"), b: line("bottom"), l: line("left"), r: line("right") };
  const drawn = Object.entries(sides).filter(([, one]) => one !== undefined);
  return drawn.length > 0 ? { bd: Object.fromEntries(drawn) as IBorderData } : {};
}

function alignmentOf(said: Attributes | undefined): IStyleData {
  if (!said) return {};
  const [ht, vt] = [HORIZONTAL[said["horizontal"] ?? ""], VERTICAL[said["vertical"] ?? ""]];
  const indent = Number(said["indent"] ?? 0);
  return {
    ...(ht !== undefined && { ht }),
    ...(vt !== undefined && { vt }),
    ...(["1", "true"].includes(said["wrapText"] ?? "") && { tb: 3 }),
    ...(indent > 0 && { pd: { l: indent * INDENT_STEP } }),
  };
}

function colourOf(said: Attributes | undefined, theme: readonly string[]): string | undefined {
  const base = said?.["rgb"]?.slice(-6) ?? theme[Number(said?.["theme"] ?? -1)];
  if (base === undefined || !/^[\da-f]{6}$/i.test(base)) return undefined;
  const tint = Number(said?.["tint"] ?? 0);
  const parts = [0, 2, 4].map((at) => parseInt(base.slice(at, at + 2), 16));
  const tinted = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return `#${tinted.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** The theme's colours in the order in which cells name them: the light ones before the dark ones. */
function themeColours(xml: string): string[] {
  const [scheme] = elements(xml, "clrScheme");
  if (!scheme) return THEME;
  const of = (name: string): string => {
    const [slot] = elements(xml, name, scheme.content.start, scheme.content.end);
    const said = slot && (child(xml, slot, "srgbClr")?.["val"] ?? child(xml, slot, "sysClr")?.["lastClr"]);
    return said ?? "000000";
  };
  return ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"].map(of);
}
