/** The looks of cells: Excel's properties and Univer's styles. */
import {
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { FormatValue } from "../host/workbook-model";

interface Look {
  read(style: IStyleData): FormatValue | undefined;
  write(value: FormatValue): IStyleData;
}

/** Univer's word for each of Excel's, read in both directions; what has no counterpart becomes the first. */
function words<To extends number>(pairs: readonly (readonly [excel: string, univer: To])[]) {
  return {
    excel: (univer: Nullable<To>): string | undefined => pairs.find(([, to]) => to === univer)?.[0],
    univer: (excel: FormatValue): To => (pairs.find(([from]) => from === excel) ?? pairs[0]!)[1],
  };
}

const HORIZONTAL = words<HorizontalAlign>([
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
  ["Distributed", HorizontalAlign.DISTRIBUTED],
]);

const VERTICAL = words<VerticalAlign>([
  ["Bottom", VerticalAlign.BOTTOM],
  ["Center", VerticalAlign.MIDDLE],
  ["Top", VerticalAlign.TOP],
]);

const LINES = words<BorderStyleTypes>([
  ["Continuous", BorderStyleTypes.THIN],
  ["None", BorderStyleTypes.NONE],
  ["Dash", BorderStyleTypes.DASHED],
  ["Dot", BorderStyleTypes.DOTTED],
  ["DashDot", BorderStyleTypes.DASH_DOT],
  ["DashDotDot", BorderStyleTypes.DASH_DOT_DOT],
  ["Double", BorderStyleTypes.DOUBLE],
  ["SlantDashDot", BorderStyleTypes.SLANT_DASH_DOT],
]);

const flag = (value: FormatValue): BooleanNumber => (value === true ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const isSet = (value: BooleanNumber | undefined): boolean | undefined =>
  value === undefined ? undefined : value === BooleanNumber.TRUE;
const colour = (value: FormatValue): string => String(value);

/** Points to a step of indentation, as Univer pads. */
const INDENT_STEP = 9;

export const LOOKS: Readonly<Record<string, Look>> = {
  "font.bold": { read: ({ bl }) => isSet(bl), write: (value) => ({ bl: flag(value) }) },
  "font.italic": { read: ({ it }) => isSet(it), write: (value) => ({ it: flag(value) }) },
  "font.strikethrough": { read: ({ st }) => isSet(st?.s), write: (value) => ({ st: { s: flag(value) } }) },
  "font.underline": {
    read: ({ ul }) => (ul?.s === undefined ? undefined : ul.s ? "Single" : "None"),
    write: (value) => ({ ul: { s: flag(value !== "None") } }),
  },
  "font.color": { read: ({ cl }) => cl?.rgb?.toUpperCase(), write: (value) => ({ cl: { rgb: colour(value) } }) },
  "font.name": { read: ({ ff }) => ff ?? undefined, write: (value) => ({ ff: String(value) }) },
  "font.size": { read: ({ fs }) => fs, write: (value) => ({ fs: Number(value) }) },
  "fill.color": {
    read: ({ bg }) => bg?.rgb?.toUpperCase(),
    // A white fill would hide the lines of the grid; in Excel it stands for no fill as well.
    write: (value) => ({ bg: colour(value).toUpperCase() === "#FFFFFF" ? null : { rgb: colour(value) } }),
  },
  horizontalAlignment: { read: ({ ht }) => HORIZONTAL.excel(ht), write: (value) => ({ ht: HORIZONTAL.univer(value) }) },
  verticalAlignment: { read: ({ vt }) => VERTICAL.excel(vt), write: (value) => ({ vt: VERTICAL.univer(value) }) },
  wrapText: {
    read: ({ tb }) => (tb === undefined || tb === null ? undefined : tb === WrapStrategy.WRAP),
    write: (value) => ({ tb: value === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  },
  indentLevel: {
    read: ({ pd }) => (pd?.l === undefined ? undefined : Math.round(pd.l / INDENT_STEP)),
    write: (value) => ({ pd: { l: Number(value) * INDENT_STEP } }),
  },
};

/** One line beside a cell, changed in one of its properties (`style`, `color`, `weight`). */
export function changedLine(
  before: Nullable<IBorderStyleData>,
  property: string,
  value: FormatValue,
): IBorderStyleData | null {
  const line = before ?? { s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } };
  if (property === "color") return { ...line, cl: { rgb: colour(value) } };
  if (property === "style") return value === "None" ? null : { ...line, s: LINES.univer(value) };
  const weights: Readonly<Record<string, BorderStyleTypes>> = {
    Hairline: BorderStyleTypes.HAIR,
    Medium: BorderStyleTypes.MEDIUM,
    Thick: BorderStyleTypes.THICK,
  };
  return { ...line, s: weights[String(value)] ?? line.s };
}

export function lineProperty(line: Nullable<IBorderStyleData>, property: string): FormatValue | undefined {
  if (!line) return undefined;
  if (property === "color") return line.cl.rgb?.toUpperCase();
  if (property === "style") return LINES.excel(line.s) ?? "Continuous";
  const weights: Readonly<Partial<Record<BorderStyleTypes, string>>> = {
    [BorderStyleTypes.HAIR]: "Hairline",
    [BorderStyleTypes.MEDIUM]: "Medium",
    [BorderStyleTypes.THICK]: "Thick",
  };
  return weights[line.s] ?? "Thin";
}
