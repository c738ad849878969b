/** `RangeFormat`, `RangeFont`, `RangeFill`, `RangeBorderCollection`, `RangeBorder`: the looks of a range. */
import { invalidArgument } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { FormatValue } from "../workbook-model";
import { isInput } from "./matrix";
import { assertWritable, type RangeState } from "./object-model";

/** A property that the workbook keeps under `path`; `initial` is what Excel shows for an untouched cell. */
export const look = (path: string, initial: FormatValue): Property<RangeState> => ({
  get: ({ model, area }) => {
    const value = model.workbook.formats.get(area, path);
    return value === undefined ? initial : value;
  },
  set: ({ model, area }, value) => {
    if (typeof value !== typeof initial || !isInput(value)) throw invalidArgument();
    assertWritable(model, area);
    model.workbook.formats.set(area, path, value);
  },
});

const FONT: HostClass<RangeState> = {
  name: "RangeFont",
  properties: {
    Bold: look("font.bold", false),
    Italic: look("font.italic", false),
    Strikethrough: look("font.strikethrough", false),
    Underline: look("font.underline", "None"),
    Color: look("font.color", "#000000"),
    Name: look("font.name", "Aptos Narrow"),
    Size: look("font.size", 11),
  },
};

const NO_FILL = "#FFFFFF";
const FILL_COLOUR = look("fill.color", NO_FILL);

/** A cell without a fill has the colour of a white one, but no pattern. */
const FILL: HostClass<RangeState> = {
  name: "RangeFill",
  properties: {
    Color: {
      get: FILL_COLOUR.get,
      set: (range, value) => {
        FILL_COLOUR.set!(range, value);
        range.model.workbook.formats.set(range.area, "fill.pattern", "Solid");
      },
    },
    Pattern: {
      get: (range) => {
        const pattern = range.model.workbook.formats.get(range.area, "fill.pattern");
        if (pattern !== undefined) return pattern;
        return FILL_COLOUR.get(range) === NO_FILL ? "None" : "Solid";
      },
    },
  },
  methods: {
    Clear: ({ model, area }) => {
      assertWritable(model, area);
      model.workbook.formats.set(area, "fill.color", NO_FILL);
      model.workbook.formats.set(area, "fill.pattern", "None");
    },
  },
};

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

function border(range: RangeState, side: string): HostObject {
  const definition: HostClass<RangeState> = {
    name: "RangeBorder",
    identity: () => ({ SideIndex: side }),
    properties: {
      SideIndex: { get: () => side },
      Style: look(`borders.${side}.style`, "None"),
      Color: look(`borders.${side}.color`, "#000000"),
      Weight: look(`borders.${side}.weight`, "Thin"),
    },
  };
  return hostObject(definition, range);
}

const BORDERS: HostClass<RangeState> = {
  name: "RangeBorderCollection",
  items: (range) => SIDES.map((side) => border(range, side)),
  item: (range, key) => (SIDES.includes(String(key)) ? border(range, String(key)) : undefined),
};

const FORMAT: HostClass<RangeState> = {
  name: "RangeFormat",
  properties: {
    Font: { get: (range) => hostObject(FONT, range) },
    Fill: { get: (range) => hostObject(FILL, range) },
    Borders: { get: (range) => hostObject(BORDERS, range) },
    HorizontalAlignment: look("horizontalAlignment", "General"),
    VerticalAlignment: look("verticalAlignment", "Bottom"),
    WrapText: look("wrapText", false),
    IndentLevel: look("indentLevel", 0),
    ColumnWidth: look("columnWidth", 48),
    RowHeight: look("rowHeight", 15),
  },
  methods: {
    AutofitColumns: ({ model, area }) => model.workbook.formats.autofit(area, "columns"),
    AutofitRows: ({ model, area }) => model.workbook.formats.autofit(area, "rows"),
  },
};

export const rangeFormat = (range: RangeState): HostObject => hostObject(FORMAT, range);
