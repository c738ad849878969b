import { MAIN } from "../../src/package/parts/formats";
import { escapeXml } from "../../src/package/xml";
import { GREY, type CellStyle, type Look } from "../../src/sheets/insert/looks";

/** How a cell is set off, of what a table of formulas is set off by. */
export type CellLook = Pick<Look, "style" | "isBold" | "tone" | "side" | "isIndented" | "isTop" | "isWrapped">;

/** Excel's built-in cell styles in the colours of its own theme: the file has no theme that they could follow. */
const ACCENT = "FF156082";
const line = (side: string, style: string) => `<${side} style="${style}"><color rgb="${ACCENT}"/></${side}>`;
const filled = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
const BUILT_IN: Readonly<Record<CellStyle, { bold?: true; colour?: string; fill?: string; border?: string }>> = {
  Normal: {},
  Accent1: { colour: "FFFFFFFF", fill: filled(ACCENT) },
  Accent1_20: { fill: filled("FFC1E4F5") },
  Total: {
    bold: true,
    border: `<border><left/><right/>${line("top", "thin")}${line("bottom", "double")}<diagonal/></border>`,
  },
};

/** The first number of a pattern that is not among those that every program knows. */
const FIRST_OWN_FORMAT = 164;

/** The formats that occur in a workbook, each once; number 0 is that of a cell with nothing special. */
export class Styles {
  private readonly formats: string[] = [];
  private readonly fonts: string[] = [];
  private readonly fills = ["none", "gray125"].map((type) => `<fill><patternFill patternType="${type}"/></fill>`);
  private readonly borders = ["<border><left/><right/><top/><bottom/><diagonal/></border>"];
  private readonly cells: string[] = [];

  constructor() {
    this.of({ look: {} });
  }

  of({ format = "General", look }: { readonly format?: string | undefined; readonly look: CellLook }): number {
    const { bold = look.isBold, colour, fill, border } = BUILT_IN[look.style ?? "Normal"];
    const shown = look.tone === "grey" ? `FF${GREY.slice(1)}` : colour;
    const font = `<font>${bold ? "<b/>" : ""}${shown ? `<color rgb="${shown}"/>` : ""}<sz val="11"/><name val="Calibri"/></font>`;
    const numbers = {
      numFmtId: format === "General" ? 0 : FIRST_OWN_FORMAT + numberOf(this.formats, format),
      fontId: numberOf(this.fonts, font),
      fillId: fill ? numberOf(this.fills, fill) : 0,
      borderId: border ? numberOf(this.borders, border) : 0,
      xfId: 0,
    };
    const applied = ["NumberFormat", "Font", "Fill", "Border", "Alignment"].map((what) => `apply${what}="1"`).join(" ");
    return numberOf(this.cells, `<xf ${attributes(numbers)} ${applied}>${alignment(look)}</xf>`);
  }

  xml(): string {
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escapeXml(code)}"/>`,
    );
    const list = (name: string, items: readonly string[]) =>
      items.length > 0 ? `<${name} count="${items.length}">${items.join("")}</${name}>` : "";
    return `<styleSheet xmlns="${MAIN}">${list("numFmts", formats)}${list("fonts", this.fonts)}${list("fills", this.fills)}${list("borders", this.borders)}<cellStyleXfs count="1"><xf/></cellStyleXfs>${list("cellXfs", this.cells)}</styleSheet>`;
  }
}

function alignment({ side, isIndented, isTop, isWrapped }: CellLook): string {
  const said = attributes({
    ...(side || isIndented ? { horizontal: side === "Right" ? "right" : "left" } : {}),
    ...(isTop && { vertical: "top" }),
    ...(isWrapped && { wrapText: 1 }),
    ...(isIndented && { indent: 1 }),
  });
  return said && `<alignment ${said}/>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
}

/** The number of one of several, which is added where there is none like it. */
function numberOf(all: string[], one: string): number {
  const known = all.indexOf(one);
  return known >= 0 ? known : all.push(one) - 1;
}
