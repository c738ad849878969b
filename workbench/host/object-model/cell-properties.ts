/** `Range.getCellProperties` and `setCellProperties`: the looks of many cells at once, each with its own. */
import { isUnbounded, mapArea } from "../a1";
import { invalidArgument } from "../host-error";
import { isHostObject, wireName, type HostObject, type Method, type Property } from "../host-object";
import type { FormatValue } from "../workbook-model";
import { type RangeState, assertBounded, assertWritable } from "./object-model";

type Tree = Readonly<Record<string, unknown>>;

const EDGES: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
};

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** A part by its name in what an add-in passes; the edges of a cell have short ones there. */
function part(object: HostObject, name: string): HostObject {
  const edge = EDGES[name];
  const found = edge ? object.item(edge) : object.get(wireName(name));
  if (!isHostObject(found)) throw invalidArgument();
  return found;
}

function read(object: HostObject, asked: Tree): Tree {
  return Object.fromEntries(
    Object.entries(asked).map(([name, what]) => {
      if (!isTree(what)) return [name, object.get(wireName(name))];
      const isOfEdges = name === "borders";
      const wanted = isOfEdges ? Object.fromEntries(Object.keys(EDGES).map((edge) => [edge, what])) : what;
      return [name, read(part(object, name), wanted)];
    }),
  );
}

function write(object: HostObject, looks: Tree): void {
  for (const [name, look] of Object.entries(looks))
    if (isTree(look)) write(part(object, name), look);
    else if (object.get(wireName(name)) !== look) object.set(wireName(name), look);
}

/** `cellAt`: one cell of a range. */
export const cellProperties = (
  cellAt: (range: RangeState, row: number, column: number) => HostObject,
): Readonly<Record<string, Method<RangeState>>> => ({
  GetCellProperties: (range, asked) => {
    if (!isTree(asked)) throw invalidArgument();
    return mapArea({ ...range.area, row: 0, column: 0 }, (row, column) => read(cellAt(range, row, column), asked));
  },
  SetCellProperties: (range, looks) => {
    const { rowCount, columnCount } = range.area;
    if (!Array.isArray(looks) || looks.length !== rowCount) throw invalidArgument();
    looks.forEach((line: unknown, row) => {
      if (!Array.isArray(line) || line.length !== columnCount) throw invalidArgument();
      line.forEach((look: unknown, column) => {
        if (!isTree(look)) throw invalidArgument();
        write(cellAt(range, row, column), look);
      });
    });
  },
});

type Looks = Readonly<Record<string, FormatValue>>;

const NO_FILL: Looks = { "fill.color": "#FFFFFF", "fill.pattern": "None" };
const DARK: Looks = { "font.color": "#000000", "font.bold": false, "font.italic": false };
const filled = (colour: string): Looks => ({ "fill.color": colour, "fill.pattern": "Solid" });

const NORMAL = "Normal";

/** Excel's built-in cell styles as far as add-ins give them, in the colours of the usual theme. A cell has the one whose looks it has. */
const STYLES: Readonly<Record<string, Looks>> = {
  Normal: {
    ...DARK,
    ...NO_FILL,
    "borders.EdgeTop.style": "None",
    "borders.EdgeBottom.style": "None",
    horizontalAlignment: "General",
    verticalAlignment: "Bottom",
    wrapText: false,
  },
  Accent1: { ...DARK, "font.color": "#FFFFFF", ...filled("#156082") },
  Accent1_20: { ...DARK, ...filled("#C1E4F5") },
  Total: { ...DARK, "font.bold": true, "borders.EdgeTop.style": "Continuous", "borders.EdgeBottom.style": "Double" },
};

/** By which a style is told from all others. */
const SIGNS = ["fill.color", "borders.EdgeBottom.style"];

function styleOf({ model, area }: RangeState): string | null {
  const { formats } = model.workbook;
  const shown = SIGNS.map((sign) => formats.get(area, sign));
  if (shown.includes(null)) return null;
  const found = Object.entries(STYLES).find(([name, looks]) =>
    SIGNS.some((sign, i) => name !== NORMAL && looks[sign] !== undefined && looks[sign] === shown[i]),
  );
  return found?.[0] ?? NORMAL;
}

export const CELL_STYLE: Property<RangeState> = {
  get: (range) => (isUnbounded(range.area) ? null : styleOf(range)),
  set: ({ model, area }, value) => {
    assertBounded(area);
    assertWritable(model, area);
    const looks = STYLES[String(value)];
    if (!looks) throw invalidArgument();
    const { cells, formats } = model.workbook;
    for (const [property, look] of Object.entries(looks)) formats.set(area, property, look);
    const general = Array<string>(area.columnCount).fill("General");
    if (value === NORMAL) cells.setNumberFormats(area, Array<string[]>(area.rowCount).fill(general));
  },
};
