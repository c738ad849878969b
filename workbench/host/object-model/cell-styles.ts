/** Excel's built-in cell styles as far as add-ins give them, in the colours of the usual theme. A cell has the one whose looks it has. */
import { isUnbounded } from "../a1";
import { invalidArgument } from "../host-error";
import type { Property } from "../host-object";
import type { FormatValue } from "../workbook-model";
import { assertBounded, assertWritable, type RangeState } from "./object-model";

type Looks = Readonly<Record<string, FormatValue>>;

const NO_FILL: Looks = { "fill.color": "#FFFFFF", "fill.pattern": "None" };
const DARK: Looks = { "font.color": "#000000", "font.bold": false, "font.italic": false };
const filled = (colour: string): Looks => ({ "fill.color": colour, "fill.pattern": "Solid" });

const NORMAL = "Normal";

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
