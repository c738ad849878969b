import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dataset } from "../../../src/dataset/dataset";
import { Decimal } from "../../../src/dataset/decimal";
import type { Observation } from "../../../src/dataset/records";
import { viewAt } from "../../../src/dataset/view";
import { Units } from "../../../src/query/units/units";
import { seedRelease } from "../../fixtures/compiled";
import { callerOf, failing } from "./caller";

/** A statement of one of the articles that the first release was made from, and where the release has it. */
interface Fact {
  readonly source: string;
  readonly paragraph: number;
  readonly period: string;
  readonly relation: string;
  /** Value in base units, or #N/A. */
  readonly expect: string;
  readonly series?: string;
  readonly event?: string;
  readonly figure?: string;
}

const facts = JSON.parse(readFileSync(join(__dirname, "..", "..", "golden", "seed-facts.json"), "utf8")) as Fact[];
const release = seedRelease();
const dataset = new Dataset(release);
const units = new Units(dataset);
const view = viewAt(dataset);
const call = callerOf(release);

const RELATIONS: Readonly<Record<string, string>> = { exact: "exact", "at-least": "at-least", approx: "approximately" };

function observationOf({ series, period }: Fact): Observation {
  const found = view.observation(dataset.seriesById(series!)!, period);
  if (!found) throw new Error(`${series} has nothing for ${period}`);
  return found;
}

/** Every place that prints a figure or, of a derived one, one of its inputs. */
function placesOf(observation: Observation): string[] {
  const own =
    observation.source === ""
      ? []
      : [{ source: observation.source, locator: observation.locator }, ...observation.also];
  const ofInputs = observation.inputs.flatMap(({ series, period }) =>
    placesOf(view.observation(dataset.seriesById(series)!, period)!),
  );
  return [...own.map(({ source, locator }) => `${source}#${locator}`), ...ofInputs];
}

const name = ({ source, paragraph, series, event, period, expect: value }: Fact) =>
  [`${source} p${paragraph}`, `${series ?? event} ${period}`, value] as const;
const cases = (wanted: (fact: Fact) => boolean) => facts.filter(wanted).map((fact) => [...name(fact), fact] as const);

describe("what the articles say", () => {
  it("is filed whole", () => {
    expect(facts).toHaveLength(138);
  });

  it.each(
    cases(({ series, relation, expect: value }) => series !== undefined && relation !== "derived" && value !== "#N/A"),
  )("%s: %s is %s as printed there", (_, __, value, fact) => {
    const observation = observationOf(fact);
    expect(units.baseValue(observation).compare(Decimal.parse(value))).toBe(0);
    expect(observation.relation).toBe(RELATIONS[fact.relation]);
    expect(observation.formula).toBe("");
    expect(placesOf(observation)).toContain(`${fact.source}#p${fact.paragraph}`);
  });

  it.each(cases(({ series, relation }) => series !== undefined && relation === "derived"))(
    "%s: %s is %s, computed from what is printed there",
    (_, __, value, fact) => {
      const observation = observationOf(fact);
      expect(units.baseValue(observation).compare(Decimal.parse(value))).toBe(0);
      expect(observation.formula).not.toBe("");
      expect(placesOf(observation).some((place) => place.startsWith(`${fact.source}#`))).toBe(true);
    },
  );

  it.each(cases(({ event }) => event !== undefined))("%s: %s comes with %s", (_, __, value, fact) => {
    const event = view.events().find(({ id }) => id === fact.event)!;
    const figures = event.figures.split("|").map((text) => /^([a-z0-9-]+)(?:=|>=|<=|~)(-?[\d.]+) (.+)$/.exec(text)!);
    const [, , number = "", unit = ""] = figures.find(([, figure]) => figure === fact.figure)!;
    expect(units.baseValue({ value: number, unit }).compare(Decimal.parse(value))).toBe(0);
    expect([event.source, event.locator]).toEqual([fact.source, `p${fact.paragraph}`]);
  });

  it.each(cases(({ expect: value }) => value === "#N/A"))(
    "%s: %s is not disclosed, and the answer says so",
    (_, __, ___, fact) => {
      const period = fact.period.split("/")[0]!;
      expect(call("METALS.GET", fact.series, period)).toEqual(
        failing("#N/A", /confidential|not held|not published|another basis/i),
      );
    },
  );
});
