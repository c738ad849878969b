/** `ChartCollection`, `Chart`, `ChartTitle`, `ChartLegend`: recorded, not drawn. */
import type { Area } from "../a1";
import { found, invalidArgument, itemNotFound } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { Chart, FormatValue } from "../workbook-model";
import { pointsOf, type Points } from "./cell-points";
import {
  addressOf,
  asCount,
  asText,
  type ItemState,
  type ObjectModel,
  asWord,
  assertWritable,
  areaArgument,
} from "./object-model";
import { RANGE } from "./range";

const chartOf = ({ model, id }: ItemState): Chart => found(model.workbook.charts.get(id));

function keep(self: ItemState, path: string, value: FormatValue): void {
  self.model.workbook.charts.change(self.id, { properties: { ...chartOf(self).properties, [path]: value } });
}

/** A property kept with the chart under `path`; `initial` is what Excel shows when it was never set. */
const kept = (path: string, initial: FormatValue): Property<ItemState> => ({
  get: (self) => chartOf(self).properties[path] ?? initial,
  set: (self, value) => {
    if (typeof value !== typeof initial) throw invalidArgument();
    keep(self, path, value as FormatValue);
  },
});

const COUNT = "series.count";
const countOf = (self: ItemState): number =>
  Number(chartOf(self).properties[COUNT] ?? chartOf(self).source.columnCount);

/** The row or column of the chart's source that a series takes its values from. */
function ownCells({ source, seriesBy }: Chart, index: number): Area {
  return seriesBy === "Rows"
    ? { ...source, row: source.row + index, rowCount: 1 }
    : { ...source, column: source.column + index, columnCount: 1 };
}

function series(self: ItemState, index: number): HostObject {
  const cells = (part: string) => (state: ItemState, value: unknown) => {
    const area = isHostObject(value) ? value.as(RANGE)?.area : undefined;
    if (!area) throw invalidArgument();
    keep(state, `series.${index}.${part}`, addressOf(state.model, area));
  };
  /** Where the values come from. The other dimensions are not played. */
  const source = (state: ItemState, dimension: unknown): string => {
    const { type, properties } = chartOf(state);
    if (dimension !== (/^(?:XYScatter|Bubble)/.test(type) ? "YValues" : "Values")) throw invalidArgument();
    return String(properties[`series.${index}.values`] ?? addressOf(state.model, ownCells(chartOf(state), index)));
  };
  const definition: HostClass<ItemState> = {
    name: "ChartSeries",
    properties: { Name: kept(`series.${index}.name`, `Series${index + 1}`) },
    methods: {
      SetValues: cells("values"),
      SetXAxisValues: cells("categories"),
      GetDimensionDataSourceString: source,
      GetDimensionDataSourceType: (state, dimension) => source(state, dimension) && "LocalRange",
    },
  };
  return hostObject(definition, self);
}

const SERIES: HostClass<ItemState> = {
  name: "ChartSeriesCollection",
  items: (self) => Array.from({ length: countOf(self) }, (_, index) => series(self, index)),
  properties: { Count: { get: countOf } },
  methods: {
    Add: (self, name) => {
      const index = countOf(self);
      keep(self, COUNT, index + 1);
      keep(self, `series.${index}.name`, asText(name));
      return series(self, index);
    },
    GetItemAt: (self, index) => {
      if (asCount(index) >= countOf(self)) throw itemNotFound();
      return series(self, asCount(index));
    },
  },
};

function axis(self: ItemState, path: string): HostObject {
  const title: HostClass<ItemState> = {
    name: "ChartAxisTitle",
    properties: { Text: kept(`${path}.title.text`, ""), Visible: kept(`${path}.title.visible`, false) },
  };
  const definition: HostClass<ItemState> = {
    name: "ChartAxis",
    properties: {
      Title: { get: () => hostObject(title, self) },
      CategoryType: kept(`${path}.categoryType`, "Automatic"),
      BaseTimeUnit: kept(`${path}.baseTimeUnit`, "Days"),
      NumberFormat: kept(`${path}.numberFormat`, "General"),
      ReversePlotOrder: kept(`${path}.reversePlotOrder`, false),
    },
  };
  return hostObject(definition, self);
}

const AXES: HostClass<ItemState> = {
  name: "ChartAxes",
  properties: {
    ValueAxis: { get: (self) => axis(self, "axes.valueAxis") },
    CategoryAxis: { get: (self) => axis(self, "axes.categoryAxis") },
  },
};

/** Where it lies: over the cells it was laid over, else as it was set. */
const lies = (side: keyof Points, initial: number): Property<ItemState> => ({
  ...kept(side, initial),
  get: (self) => {
    const { place, properties } = chartOf(self);
    if (!place) return properties[side] ?? initial;
    const [first, last] = [pointsOf(self.model, place.first), pointsOf(self.model, place.last)];
    const far = { width: last.left + last.width - first.left, height: last.top + last.height - first.top };
    return side === "left" || side === "top" ? first[side] : far[side];
  },
});

const TITLE: HostClass<ItemState> = {
  name: "ChartTitle",
  properties: { Text: kept("title.text", "Chart Title"), Visible: kept("title.visible", true) },
};

const LEGEND: HostClass<ItemState> = {
  name: "ChartLegend",
  properties: { Position: kept("legend.position", "Right"), Visible: kept("legend.visible", true) },
};

const text = (name: "name" | "type"): Property<ItemState> => ({
  get: (self) => chartOf(self)[name],
  set: (self, value) => self.model.workbook.charts.change(self.id, { [name]: asText(value) }),
});

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

const CHART: HostClass<ItemState> = {
  name: "Chart",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: text("name"),
    ChartType: text("type"),
    Top: lies("top", 0),
    Left: lies("left", 0),
    Width: lies("width", 360),
    Height: lies("height", 216),
    DisplayBlanksAs: kept("displayBlanksAs", "NotPlotted"),
    Axes: { get: (self) => hostObject(AXES, self) },
    Series: { get: (self) => hostObject(SERIES, self) },
    Title: { get: (self) => hostObject(TITLE, self) },
    Legend: { get: (self) => hostObject(LEGEND, self) },
    Worksheet: { get: (self) => self.model.worksheet(chartOf(self).sheet) },
  },
  methods: {
    SetData: (self, source, seriesBy) => {
      const { sheet } = chartOf(self);
      self.model.workbook.charts.change(self.id, {
        source: areaArgument(RANGE, self.model, source, sheet),
        seriesBy: asWord(SERIES_BY, seriesBy ?? "Auto"),
      });
    },
    SetPosition: (self, start, end) => {
      const { sheet } = chartOf(self);
      const first = areaArgument(RANGE, self.model, start, sheet);
      const last = end === null || end === undefined ? first : areaArgument(RANGE, self.model, end, sheet);
      self.model.workbook.charts.change(self.id, { place: { first, last } });
    },
    Activate: () => undefined,
    Delete: (self) => {
      const { sheet } = chartOf(self);
      assertWritable(self.model, { sheet, row: 0, column: 0, rowCount: 1, columnCount: 1 });
      self.model.workbook.charts.remove(self.id);
    },
  },
};

/** Of a sheet, by its id. */
const chartsOn = ({ model, id }: ItemState): readonly Chart[] =>
  model.workbook.charts.list().filter(({ sheet }) => sheet === id);
const chart = (model: ObjectModel, id: string): HostObject => hostObject(CHART, { model, id });

const CHARTS: HostClass<ItemState> = {
  name: "ChartCollection",
  items: (self) => chartsOn(self).map(({ id }) => chart(self.model, id)),
  item: (self, key) => {
    const wanted = chartsOn(self).find(
      ({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase(),
    );
    return wanted && chart(self.model, wanted.id);
  },
  properties: { Count: { get: (self) => chartsOn(self).length } },
  methods: {
    Add: ({ model, id: sheet }, type, source, seriesBy) => {
      const area = areaArgument(RANGE, model, source, sheet);
      assertWritable(model, { ...area, sheet });
      const added = {
        sheet,
        type: asText(type),
        source: area,
        seriesBy: asWord(SERIES_BY, seriesBy ?? "Auto"),
        place: null,
        properties: {},
      };
      return chart(model, model.workbook.charts.add(added).id);
    },
  },
};

export const charts = (model: ObjectModel, sheet: string): HostObject => hostObject(CHARTS, { model, id: sheet });
