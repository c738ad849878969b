import { chartModel, type ChartInput } from "../../../../src/taskpane/series/chart/chart-model";
import type { Point } from "../../../../src/taskpane/words/points";

const figure = (period: string, kind = "published") => ({ period, kind, status: "", answer: {} }) as unknown as Point;
const gap = (from: string, to = from, reason?: string) =>
  ({ from, to, absence: reason ? { reason } : undefined }) as unknown as Point;

function model(points: Point[], values: number[], over: Partial<ChartInput> = {}) {
  return chartModel({ points, values, step: 12, form: "bars", width: 300, height: 150, axisText: String, ...over });
}

test("time runs evenly: a gap keeps its place", () => {
  const { marks } = model([figure("2019"), gap("2020", "2021"), figure("2022"), figure("2023")], [1, 2, 3]);
  const [first, second, third] = marks.map(({ x }) => x) as [number, number, number];
  expect(second - first).toBeCloseTo(3 * (third - second));
});

test("periods that do not follow one another stand side by side", () => {
  const { marks, labels } = model([figure("2010-01/2010-11"), figure("2026-01/2026-04")], [1, 2], { step: undefined });
  expect(marks.length).toBe(2);
  expect(labels.at(-1)?.text).toBe("2026-01/2026-04");
});

test("bars begin at zero, also below it", () => {
  const { base, marks, ticks } = model([figure("2023"), figure("2024")], [-100, 50]);
  expect(ticks.find(({ text }) => text === "0")?.y).toBeCloseTo(base);
  expect(marks[0]).toMatchObject({ isNegative: true, top: base });
  expect(marks[1]).toMatchObject({ isNegative: false, bottom: base });
});

test("a line begins at zero too, unless that would flatten it", () => {
  const years = [figure("2022"), figure("2023"), figure("2024")];
  const lowest = (values: number[]) => Number(model(years, values, { form: "line" }).ticks[0]!.text);
  expect(lowest([10, 80, 100])).toBe(0);
  expect(lowest([95, 98, 100])).toBeGreaterThan(0);
});

test("a line is broken at gaps", () => {
  const { runs } = model([figure("2019"), figure("2020"), gap("2021"), figure("2022")], [1, 2, 3], { form: "line" });
  expect(runs).toEqual([[0, 1], [2]]);
});

test("only absences that the data states are marked", () => {
  const { absences } = model(
    [figure("2022"), gap("2023"), figure("2024"), gap("2025", "2026", "confidential")],
    [1, 2],
  );
  expect(absences.length).toBe(2);
});

test("where not every month can be named, years are", () => {
  const months = Array.from({ length: 30 }, (_, i) =>
    figure(`${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`),
  );
  const values = months.map((_, i) => i);
  expect(model(months, values, { step: 1 }).labels.map(({ text }) => text)).toEqual(["2023", "2024", "2025"]);
  expect(model(months.slice(0, 3), values.slice(0, 3), { step: 1 }).labels.map(({ text }) => text)).toEqual([
    "2023-01",
    "2023-02",
    "2023-03",
  ]);
});

test("everything lies within the drawing", () => {
  const { marks, labels, ticks, width, height } = model([figure("2023"), figure("2024")], [1e9, 3e9], {
    axisText: (value) => value.toLocaleString("en-US"),
  });
  for (const { x, top, bottom } of marks)
    expect([x > 0, x < width, top >= 0, bottom <= height]).toEqual([true, true, true, true]);
  for (const { x } of labels) expect(x >= 0 && x <= width).toBe(true);
  for (const { y } of ticks) expect(y >= 0 && y <= height).toBe(true);
});

test("one single figure is a chart as well", () => {
  expect(model([figure("2024")], [0]).marks.length).toBe(1);
});
