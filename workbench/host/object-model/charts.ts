/** `ChartCollection`, `Chart`, `ChartTitle`, `ChartLegend`: recorded, not drawn. */
import { invalidArgument } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { Area } from "../a1";
import type { Chart } from "../workbook-model";
import { pointsOf, type Points } from "./cell-points";
import { chartAxes, chartOf, chartSeries, kept, type ChartState } from "./chart-parts";
import { areaFrom, asText, asWord, assertWritable, type ObjectModel } from "./object-model";
import { RANGE } from "./range";

function areaArgument(model: ObjectModel, value: unknown, sheet: string): Area {
  const area = isHostObject(value) ? value.as(RANGE)?.area : areaFrom(model, asText(value), sheet);
  if (!area) throw invalidArgument();
  return area;
}

/** Where it lies: over the cells it was laid over, else as it was set. */
const lies = (side: keyof Points, initial: number): Property<ChartState> => ({
  ...kept(side, initial),
  get: (self) => {
    const { place, properties } = chartOf(self);
    if (!place) return properties[side] ?? initial;
    const [first, last] = [pointsOf(self.model, place.first), pointsOf(self.model, place.last)];
    const far = { width: last.left + last.width - first.left, height: last.top + last.height - first.top };
    return side === "left" || side === "top" ? first[side] : far[side];
  },
});

const TITLE: HostClass<ChartState> = {
  name: "ChartTitle",
  properties: { Text: kept("title.text", "Chart Title"), Visible: kept("title.visible", true) },
};

const LEGEND: HostClass<ChartState> = {
  name: "ChartLegend",
  properties: { Position: kept("legend.position", "Right"), Visible: kept("legend.visible", true) },
};

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

const CHART: HostClass<ChartState> = {
  name: "Chart",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: (self) => chartOf(self).name,
      set: (self, value) => self.model.workbook.charts.change(self.id, { name: asText(value) }),
    },
    ChartType: {
      get: (self) => chartOf(self).type,
      set: (self, value) => self.model.workbook.charts.change(self.id, { type: asText(value) }),
    },
    Top: lies("top", 0),
    Left: lies("left", 0),
    Width: lies("width", 360),
    Height: lies("height", 216),
    DisplayBlanksAs: kept("displayBlanksAs", "NotPlotted"),
    Axes: { get: chartAxes },
    Series: { get: chartSeries },
    Title: { get: (self) => hostObject(TITLE, self) },
    Legend: { get: (self) => hostObject(LEGEND, self) },
    Worksheet: { get: (self) => self.model.worksheet(chartOf(self).sheet) },
  },
  methods: {
    SetData: (self, source, seriesBy) => {
      const { sheet } = chartOf(self);
      self.model.workbook.charts.change(self.id, {
        source: areaArgument(self.model, source, sheet),
        seriesBy: asWord(SERIES_BY, seriesBy ?? "Auto"),
      });
    },
    SetPosition: (self, start, end) => {
      const { sheet } = chartOf(self);
      const first = areaArgument(self.model, start, sheet);
      const last = end === null || end === undefined ? first : areaArgument(self.model, end, sheet);
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

interface ChartsState {
  readonly model: ObjectModel;
  readonly sheet: string;
}

const chartsOn = ({ model, sheet }: ChartsState): readonly Chart[] =>
  model.workbook.charts.list().filter((chart) => chart.sheet === sheet);
const chart = (model: ObjectModel, id: string): HostObject => hostObject(CHART, { model, id });

const CHARTS: HostClass<ChartsState> = {
  name: "ChartCollection",
  items: (self) => chartsOn(self).map(({ id }) => chart(self.model, id)),
  item: (self, key) => {
    const found = chartsOn(self).find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    return found && chart(self.model, found.id);
  },
  properties: { Count: { get: (self) => chartsOn(self).length } },
  methods: {
    Add: ({ model, sheet }, type, source, seriesBy) => {
      const area = areaArgument(model, source, sheet);
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

export const charts = (model: ObjectModel, sheet: string): HostObject => hostObject(CHARTS, { model, sheet });
