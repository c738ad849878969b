import { appended, edited, elements, elementsIn, escapeXml, prefixOf, tagWith, unescapeXml, type Edit } from "../xml";
import type { Spreadsheet } from "../parts/spreadsheet";
import { RELATIONSHIPS, SPREADSHEET_TYPE } from "../parts/formats";
import { BLANK_STYLES } from "./blank-styles";
import type { Look } from "./look";
import { alignedWith, borderWith, fillOf, fontWith } from "./markup";

/** The order in which the format wants its lists, and what each holds at least. */
const ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

/** Patterns that every program knows by number. Numbers whose pattern depends on the language are not among them. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "0.00E+00": 11,
  "@": 49,
};
const FIRST_OWN_FORMAT = 164;

/** A list of the file's formats: what it has, and what comes behind. */
class List {
  readonly items: string[];
  private readonly before: number;

  constructor(
    private readonly xml: string,
    private readonly name: string,
    item: string,
  ) {
    this.items = elementsIn(xml, elements(xml, name)[0], item).map((one) => xml.slice(one.tag.start, one.end));
    this.before = this.items.length;
  }

  /** The number of an item, which is added where there is none like it. */
  numberOf(markup: string): number {
    const known = this.items.indexOf(markup);
    return known >= 0 ? known : this.items.push(markup) - 1;
  }

  edits(): Edit[] {
    const added = this.items.slice(this.before).join("");
    return added === "" ? [] : appended(this.xml, this.name, ORDER, added, this.items.length);
  }
}

/** The formats of a file's cells. New ones come behind those there are, which stay letter for letter. */
export class Stylesheet {
  private readonly part: string;
  private readonly xml: string;
  private readonly prefix: string;
  private readonly lists: Readonly<Record<"numFmts" | "fonts" | "fills" | "borders" | "cellXfs", List>>;
  private readonly known = new Map<string, number>();

  constructor(private readonly file: Spreadsheet) {
    this.part = file.related(file.workbook, "styles") ?? "xl/styles.xml";
    if (!file.has(this.part))
      file.add(this.part, BLANK_STYLES, file.workbook, `${RELATIONSHIPS}/styles`, `${SPREADSHEET_TYPE}.styles+xml`);
    const xml = (this.xml = file.text(this.part));
    this.prefix = prefixOf(xml);
    this.lists = {
      numFmts: new List(xml, "numFmts", "numFmt"),
      fonts: new List(xml, "fonts", "font"),
      fills: new List(xml, "fills", "fill"),
      borders: new List(xml, "borders", "border"),
      cellXfs: new List(xml, "cellXfs", "xf"),
    };
    this.seed();
  }

  /** The number of a format like another one but for a look. */
  derived(base: number, look: Look): number {
    const key = `${base} ${JSON.stringify(look)}`;
    const known = this.known.get(key) ?? this.make(base, look);
    this.known.set(key, known);
    return known;
  }

  /** Writes what came new. */
  write(): void {
    const edits = Object.values(this.lists).flatMap((list) => list.edits());
    this.file.setText(this.part, edited(this.xml, edits));
  }

  private make(base: number, { numberFormat, font, fill, borders, alignment }: Look): number {
    const { fonts, fills, cellXfs } = this.lists;
    const of = cellXfs.items[base] ?? cellXfs.items[0]!;
    const attribute = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)`).exec(of)?.[1] ?? 0);
    const first = fonts.items[0]!;
    const fontId =
      font && fonts.numberOf(fontWith(fonts.items[attribute("fontId")] ?? first, first, font, this.prefix));
    const fillId = fill === undefined ? undefined : fill === null ? 0 : fills.numberOf(fillOf(fill, this.prefix));
    const edges = this.lists.borders;
    const borderId =
      borders &&
      edges.numberOf(borderWith(edges.items[attribute("borderId")] ?? edges.items[0]!, borders, this.prefix));
    const formatId = numberFormat === undefined ? undefined : this.formatNumber(numberFormat);
    const end = of.indexOf(">") + 1;
    const tag = tagWith(of.slice(0, end), {
      ...(formatId !== undefined && { numFmtId: String(formatId), applyNumberFormat: "1" }),
      ...(fontId !== undefined && { fontId: String(fontId), applyFont: "1" }),
      ...(fillId !== undefined && { fillId: String(fillId), applyFill: "1" }),
      ...(borderId !== undefined && { borderId: String(borderId), applyBorder: "1" }),
    });
    const xf = tag + of.slice(end);
    return cellXfs.numberOf(alignment ? alignedWith(xf, alignment, this.prefix) : xf);
  }

  private formatNumber(pattern: string): number {
    const builtIn = BUILT_IN[pattern];
    if (builtIn !== undefined) return builtIn;
    const { numFmts } = this.lists;
    const formats = numFmts.items.map((markup) => ({
      id: Number(/\snumFmtId\s*=\s*["'](\d+)/.exec(markup)?.[1]),
      code: unescapeXml(/\sformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(markup)?.slice(1).join("") ?? ""),
    }));
    const known = formats.find(({ code }) => code === pattern);
    if (known) return known.id;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...formats.map((one) => one.id)) + 1;
    numFmts.numberOf(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(pattern)}"/>`);
    return id;
  }

  /** A file may lack lists; formats that are made from others need one of each. */
  private seed(): void {
    const { fonts, fills, borders, cellXfs } = this.lists;
    const p = this.prefix;
    const none = (list: List, ...items: readonly string[]) => {
      if (list.items.length === 0) list.items.push(...items);
    };
    none(fonts, `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`);
    const fill = (type: string) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`;
    none(fills, fill("none"), fill("gray125"));
    none(borders, `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`);
    none(cellXfs, `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`);
  }
}
