import { monthsSpanned } from "../../../dataset/period";
import { periodAt, periodsApart } from "../../words/periods";
import { isFigure, type Point, type PointKind } from "../../words/points";
import { labelled, niceTicks } from "./scale";

export interface ChartInput {
  readonly points: readonly Point[];
  /** Value of each figure in the display unit, in the order of the figures. */
  readonly values: readonly number[];
  /** Months per period; undefined for periods that do not follow one another (spans, months so far). */
  readonly step: number | undefined;
  readonly form: "bars" | "line";
  readonly width: number;
  readonly height: number;
  /** Writes a value at the axis. */
  readonly axisText: (value: number) => string;
}

/** One figure as drawn. Bars reach from `top` to `bottom`; on a line the figure lies at (`x`, `y`). */
export interface Mark {
  readonly kind: PointKind;
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly isNegative: boolean;
}

interface Label {
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

const CHARACTER = 6.2;
const EDGE = { top: 10, right: 8, bottom: 20 };
const WIDEST_BAR = 28;
const FILLED = 0.7;

/** The first month, quarter or half of a year. */
const YEAR_BEGINS = /^\d{4}-(01|Q1|H1)$/;

/** Places every part of the chart of a series. Lengths are in pixels. */
export function chartModel(input: ChartInput) {
  const { points, values, form, width, height, axisText } = input;
  const slots = slotsOf(input);
  const [low, high] = domain(values, form);
  const tickValues = niceTicks(low, high, 3);
  const texts = tickValues.map(axisText);
  const left = Math.ceil(Math.max(...texts.map((text) => text.length)) * CHARACTER) + 8;
  const right = width - EDGE.right;
  const bottom = height - EDGE.bottom;
  const [lowest, highest] = [tickValues[0]!, tickValues.at(-1)!];
  const yOf = (value: number) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - EDGE.top);
  const slotWidth = (right - left) / slots.count;
  const xOf = (slot: number) => left + (slot + 0.5) * slotWidth;
  const base = yOf(Math.min(Math.max(0, lowest), highest));
  const marks = points.filter(isFigure).map(({ kind }, i): Mark => {
    const y = yOf(values[i]!);
    return {
      kind,
      x: xOf(slots.figures[i]!),
      y,
      top: Math.min(y, base),
      bottom: Math.max(y, base),
      isNegative: values[i]! < 0,
    };
  });
  return {
    form,
    width,
    height,
    left,
    right,
    bottom,
    /** Height of zero, or of the lowest value shown. */
    base,
    barWidth: Math.max(1, Math.min(WIDEST_BAR, slotWidth * FILLED)),
    ticks: tickValues.map((value, i) => ({ y: yOf(value), text: texts[i]! })),
    labels: labels(slots, xOf, left, right),
    marks,
    /** Stretches of the line without a gap: indexes of marks. */
    runs: runs(slots.figures),
    /** Where the data says why there is no figure. */
    absences: slots.absences.map(xOf),
  };
}

export type ChartModel = ReturnType<typeof chartModel>;

interface Slots {
  readonly count: number;
  /** Slot of each figure. */
  readonly figures: readonly number[];
  readonly absences: readonly number[];
  readonly texts: readonly string[];
}

/** Time runs evenly: a period without a figure keeps its place. Periods that do not follow one another stand side by side. */
function slotsOf({ points, step }: ChartInput): Slots {
  const periods = points.filter(isFigure).map(({ period }) => period);
  if (!step) return { count: periods.length, figures: periods.map((_, i) => i), absences: [], texts: periods };
  const ends = points.map((point) => (isFigure(point) ? { from: point.period, to: point.period } : point));
  const start = ends[0]?.from ?? "";
  const slotOf = (period: string) => periodsApart(start, period, step);
  const last = ends.at(-1);
  const count = last ? slotOf(last.to) + 1 : 0;
  const explained = points.flatMap((point) => (isFigure(point) || !point.absence ? [] : [point]));
  const absences = explained.flatMap(({ from, to }) =>
    Array.from({ length: periodsApart(from, to, step) + 1 }, (_, i) => slotOf(from) + i),
  );
  const texts = Array.from({ length: count }, (_, slot) => periodAt(monthsSpanned(start).first + slot * step, step));
  return { count, figures: periods.map(slotOf), absences, texts };
}

/** Bars begin at zero. A line may begin higher, where the difference from zero would flatten it. */
function domain(values: readonly number[], form: "bars" | "line"): [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const startsAtZero = form === "bars" || low <= 0 || low < high / 2;
  return startsAtZero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
}

function labels({ texts }: Slots, xOf: (slot: number) => number, left: number, right: number): Label[] {
  const fitting = (length: number) => Math.floor((right - left) / (length * CHARACTER + 10));
  const every = texts.map((text, slot) => ({ text, slot }));
  const most = fitting(Math.max(0, ...texts.map(({ length }) => length)));
  const years = every.flatMap(({ text, slot }) => (YEAR_BEGINS.test(text) ? [{ text: text.slice(0, 4), slot }] : []));
  // Where not every part of a year can be named, years are.
  const chosen =
    texts.length > most && years.length > 1
      ? labelled(years.length, fitting(4)).map((i) => years[i]!)
      : labelled(texts.length, most).map((i) => every[i]!);
  return chosen.map(({ text, slot }) => {
    const [x, half] = [xOf(slot), (text.length * CHARACTER) / 2];
    if (x + half > right + EDGE.right) return { x: right + EDGE.right, text, anchor: "end" };
    return x - half < 0 ? { x: 0, text, anchor: "start" } : { x, text, anchor: "middle" };
  });
}

/** Figures in neighbouring slots belong together. */
function runs(figures: readonly number[]): number[][] {
  const found: number[][] = [];
  figures.forEach((slot, i) => {
    if (i > 0 && slot === figures[i - 1]! + 1) found.at(-1)!.push(i);
    else found.push([i]);
  });
  return found;
}
