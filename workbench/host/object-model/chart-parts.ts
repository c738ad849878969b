/** `ChartSeriesCollection`, `ChartSeries` and `ChartAxes`, as far as they were set. */
import { invalidArgument, itemNotFound } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { Area } from "../a1";
import type { Chart, FormatValue } from "../workbook-model";
import { addressOf, asCount, asText, type ObjectModel } from "./object-model";
import { RANGE } from "./range";

export interface ChartState {
  readonly model: ObjectModel;
  readonly id: string;
}

export function chartOf({ model, id }: ChartState): Chart {
  const chart = model.workbook.charts.list().find((each) => each.id === id);
  if (!chart) throw itemNotFound();
  return chart;
}

export function keep(self: ChartState, path: string, value: FormatValue): void {
  self.model.workbook.charts.change(self.id, { properties: { ...chartOf(self).properties, [path]: value } });
}

/** A property kept with the chart under `path`; `initial` is what Excel shows when it was never set. */
export const kept = (path: string, initial: FormatValue): Property<ChartState> => ({
  get: (self) => chartOf(self).properties[path] ?? initial,
  set: (self, value) => {
    if (typeof value !== typeof initial) throw invalidArgument();
    keep(self, path, value as FormatValue);
  },
});

const COUNT = "series.count";
const countOf = (self: ChartState): number =>
  Number(chartOf(self).properties[COUNT] ?? chartOf(self).source.columnCount);

/** The row or column of the chart's source that a series takes its values from. */
function ownCells({ source, seriesBy }: Chart, index: number): Area {
  return seriesBy === "Rows"
    ? { ...source, row: source.row + index, rowCount: 1 }
    : { ...source, column: source.column + index, columnCount: 1 };
}

function series(self: ChartState, index: number): HostObject {
  const cells = (part: string) => (state: ChartState, value: unknown) => {
    const area = isHostObject(value) ? value.as(RANGE)?.area : undefined;
    if (!area) throw invalidArgument();
    keep(state, `series.${index}.${part}`, addressOf(state.model, area));
  };
  /** Where the values come from. The other dimensions are not played. */
  const source = (state: ChartState, dimension: unknown): string => {
    const { type, properties } = chartOf(state);
    if (dimension !== (/^(?:XYScatter|Bubble)/.test(type) ? "YValues" : "Values")) throw invalidArgument();
    return String(properties[`series.${index}.values`] ?? addressOf(state.model, ownCells(chartOf(state), index)));
  };
  const definition: HostClass<ChartState> = {
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

const SERIES: HostClass<ChartState> = {
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

function axis(self: ChartState, path: string): HostObject {
  const title: HostClass<ChartState> = {
    name: "ChartAxisTitle",
    properties: { Text: kept(`${path}.title.text`, ""), Visible: kept(`${path}.title.visible`, false) },
  };
  const definition: HostClass<ChartState> = {
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

const AXES: HostClass<ChartState> = {
  name: "ChartAxes",
  properties: {
    ValueAxis: { get: (self) => axis(self, "axes.valueAxis") },
    CategoryAxis: { get: (self) => axis(self, "axes.categoryAxis") },
  },
};

export const chartSeries = (self: ChartState): HostObject => hostObject(SERIES, self);
export const chartAxes = (self: ChartState): HostObject => hostObject(AXES, self);
