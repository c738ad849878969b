/** Fonts, fills, borders and alignments of a list of formats, made from others by what is to be different. */
import { attributesOf, childrenOf, escapeXml, rootOf, tagWith } from "../xml";
import type { AlignmentLook, FontLook, Line, Side } from "./look";

/** The order in which the format wants the parts of a font. */
const FONT = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");
const BORDER = "start end left right top bottom diagonal vertical horizontal".split(" ");

export const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;

/** The parts of an element by their names, as they stand. */
function partsOf(markup: string): Map<string, string> {
  const parts = childrenOf(markup, rootOf(markup));
  return new Map(parts.map(({ tag, end }) => [tag.name, markup.slice(tag.start, end)]));
}

/** An element with other parts, in order; its own attributes stay. */
function rebuilt(markup: string, parts: ReadonlyMap<string, string>, order: readonly string[]): string {
  const { tag } = rootOf(markup);
  const open = markup.slice(tag.start, tag.end).replace(/\s*\/>$/, ">");
  const name = /^<([\w:]+)/.exec(open)![1]!;
  const known = order.flatMap((part) => parts.get(part) ?? []);
  const others = [...parts].flatMap(([part, text]) => (order.includes(part) ? [] : [text]));
  return `${open}${[...known, ...others].join("")}</${name}>`;
}

/** @param first the workbook's first font, from which what is set back is taken */
export function fontWith(markup: string, first: string, look: FontLook, prefix: string): string {
  const [parts, plain] = [partsOf(markup), partsOf(first)];
  const put = (name: string, text: string | undefined) =>
    text === undefined ? parts.delete(name) : parts.set(name, text);
  const tag = (name: string, value?: string, attribute = "val") =>
    `<${prefix}${name}${value === undefined ? "" : ` ${attribute}="${escapeXml(value)}"`}/>`;
  const flags = { b: look.bold, i: look.italic, strike: look.strike, u: look.underline };
  for (const [name, isOn] of Object.entries(flags)) if (isOn !== undefined) put(name, isOn ? tag(name) : undefined);
  if (look.size !== undefined) put("sz", look.size === null ? plain.get("sz") : tag("sz", String(look.size)));
  if (look.color !== undefined)
    put("color", look.color === null ? plain.get("color") : tag("color", argb(look.color), "rgb"));
  if (look.name !== undefined)
    for (const name of ["name", "family", "charset", "scheme"])
      put(name, look.name === null ? plain.get(name) : name === "name" ? tag("name", look.name) : undefined);
  return rebuilt(markup, parts, FONT);
}

export function fillOf(colour: string, prefix: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${argb(colour)}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
}

export function borderWith(
  markup: string,
  sides: Readonly<Partial<Record<Side, Line | null>>>,
  prefix: string,
): string {
  const parts = partsOf(markup);
  for (const [side, line] of Object.entries(sides)) {
    // Where a file speaks of start and end, these are its left and right.
    parts.delete({ left: "start", right: "end" }[side] ?? "");
    parts.set(
      side,
      line
        ? `<${prefix}${side} style="${line.style}"><${prefix}color rgb="${argb(line.color)}"/></${prefix}${side}>`
        : `<${prefix}${side}/>`,
    );
  }
  return rebuilt(markup, parts, BORDER);
}

/** A cell's format with another alignment; its other parts stay. */
export function alignedWith(xf: string, look: AlignmentLook, prefix: string): string {
  const parts = partsOf(xf);
  const said = parts.get("alignment");
  const before = said ? attributesOf(said, rootOf(said).tag) : {};
  const { horizontal = before["horizontal"], vertical = before["vertical"] } = look;
  const indent = look.indent ?? Number(before["indent"] ?? 0);
  const alignment = tagWith(said?.replace(/>[^]*<\/[\w:]+>$/, "/>") ?? `<${prefix}alignment/>`, {
    // An indentation needs a side that it begins at.
    horizontal: horizontal ?? (indent > 0 ? "left" : undefined),
    vertical: vertical ?? undefined,
    ...(look.wrapText !== undefined && { wrapText: look.wrapText ? "1" : undefined }),
    indent: indent > 0 ? String(indent) : undefined,
  });
  parts.set("alignment", alignment);
  const aligned = rebuilt(xf, parts, ["alignment", "protection"]);
  const { end } = rootOf(aligned).tag;
  return tagWith(aligned.slice(0, end), { applyAlignment: "1" }) + aligned.slice(end);
}
