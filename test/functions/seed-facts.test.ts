import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCaller, FunctionError } from "../../src/functions";
import { Units } from "../../src/query/units/units";
import { seeds, sessionOf } from "../fixtures/seeds";
import { viewAt } from "../../src/dataset/view";

/** One figure of the articles, with where the data has it. */
interface Fact {
  readonly paragraph: number;
  readonly period: string;
  readonly relation: string;
  readonly source: string;
  readonly expect: string;
  readonly series?: string;
  readonly event?: string;
  readonly figure?: string;
}

const FACTS = JSON.parse(readFileSync(join(__dirname, "..", "golden", "seed-facts.json"), "utf8")) as Fact[];
const caller = createCaller(sessionOf());
const dataset = seeds();

const name = ({ source, paragraph, series, event, period }: Fact) =>
  `${source} p${paragraph}: ${series ?? event} ${period}`;
const ofSeries = FACTS.filter((fact) => fact.series !== undefined);
const ofEvents = FACTS.filter((fact) => fact.event !== undefined);

describe("every figure of the articles", () => {
  it("is walked", () => {
    expect(ofSeries.length + ofEvents.length).toBe(FACTS.length);
    expect(FACTS.length).toBe(138);
  });

  it.each(ofSeries.map((fact) => [name(fact), fact] as const))(
    "%s",
    (_, { series, period, expect: expected, source }) => {
      if (expected === "#N/A") {
        expect(reasonOf(series!, period)).toMatch(/^#N\/A .*: (confidential|not held|not published)/);
        return;
      }
      expect(caller.call("METALS.GET", [series, period])).toBe(Number(expected));
      expect(placesOf(series!, period)).toContain(source);
    },
  );

  it.each(ofEvents.map((fact) => [name(fact), fact] as const))("%s", (_, { event, figure, expect: expected }) => {
    const found = dataset.events.find(({ row }) => row.id === event);
    expect(figureOf(found?.row.figures ?? "", figure!)).toBe(Number(expected));
  });
});

/** Why there is no figure, as METALS.GET says it. */
function reasonOf(series: string, period: string): string {
  try {
    return String(caller.call("METALS.GET", [series, period]));
  } catch (error) {
    return error instanceof FunctionError ? `${error.code} ${error.message}` : String(error);
  }
}

/** The documents that print a figure, or those it was computed from. */
function placesOf(id: string, period: string): string[] {
  const view = viewAt(dataset);
  const series = view.catalogue.seriesById(id)!;
  const observation = view.observation(series, period)!;
  const own = [observation.source, ...observation.also.map(({ source }) => source)];
  return [...own, ...observation.inputs.flatMap((input) => placesOf(input.series, input.period))];
}

/** A number an event comes with: `name=value unit`, with a relation in place of the equals sign. */
function figureOf(figures: string, figure: string): number | undefined {
  const [, value, unit] = new RegExp(`(?:^|\\|)${figure}(?:=|>=|<=|~)(-?[\\d.]+) ([^|]+)`).exec(figures) ?? [];
  return value === undefined ? undefined : new Units(dataset).baseValue({ value, unit: unit! }).toNumber();
}
