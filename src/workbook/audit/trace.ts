import type { Decimal } from "../../dataset/decimal";
import type { Dataset } from "../../dataset/dataset";
import type { Event, Observation } from "../../dataset/records";
import { createCaller, FunctionError, isCellError, type Session } from "../../functions";
import { Units } from "../../query/units";
import type { Scalar, Value } from "../formula";
import { viewOf } from "./view";

/** What became of a call of one of Orebook's functions. */
export type Outcome =
  | { readonly kind: "answered"; readonly value: Value }
  /** No figure: `error` as the cell shows it, `reason` in words. */
  | { readonly kind: "refused"; readonly error: string; readonly reason: string }
  /** A function that this version does not have. */
  | { readonly kind: "unknownFunction" };

export interface Traced {
  readonly outcome: Outcome;
  /** The figures it rests on, in the order in which they were read; none when there is no answer. */
  readonly figures: readonly Observation[];
  /** The events it tells of. */
  readonly events: readonly Event[];
}

/** Calls functions and tells on what in the dataset their answers rest. */
export class Tracer {
  private readonly units: NotingUnits;
  private readonly caller;

  constructor(private readonly session: Session) {
    this.units = new NotingUnits(session.dataset);
    this.caller = createCaller({ ...session, units: this.units });
  }

  trace(id: string, args: readonly Value[]): Traced {
    this.units.noted.length = 0;
    const outcome = this.call(id, args);
    if (outcome.kind !== "answered") return { outcome, figures: [], events: [] };
    const figures = this.restingOn(outcome.value);
    return { outcome, figures, events: figures.length > 0 ? [] : this.eventsIn(outcome.value) };
  }

  private call(id: string, args: readonly Value[]): Outcome {
    try {
      const result = this.caller.call(id, args);
      const value = Array.isArray(result) ? result.map((row) => row.map((cell): Scalar => (isCellError(cell) ? { error: cell.error } : cell))) : result;
      return { kind: "answered", value };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      return error.code === "#NAME?" ? { kind: "unknownFunction" } : { kind: "refused", error: error.code, reason: error.message };
    }
  }

  /** A function that weighs a printed rate against the change of levels reads both, and answers with one of them. */
  private restingOn(value: Value): Observation[] {
    const read = [...new Map(this.units.noted.map((observation) => [keyOf(observation), observation])).values()];
    const rates = read.filter(isRate);
    if (typeof value !== "number" || rates.length === 0 || rates.length === read.length) return read;
    const printed = rates.filter((rate) => this.units.plainValue(rate).toNumber() === value);
    return printed.length > 0 ? printed : read.filter((observation) => !isRate(observation));
  }

  /** An answer tells of an event by its summary or by the number of its announcement. */
  private eventsIn(value: Value): Event[] {
    const texts = new Set([value].flat(2).filter((cell) => typeof cell === "string"));
    const names = ({ summary, summary_zh, announcement }: Event) =>
      texts.has(summary) || texts.has(summary_zh) || (announcement !== "" && [...texts].some((text) => text.includes(announcement)));
    return texts.size === 0 ? [] : viewOf(this.session).events().filter(names);
  }
}

/** Every figure that is answered with passes through its unit. */
class NotingUnits extends Units {
  readonly noted: Observation[] = [];

  constructor(dataset: Dataset) {
    super(dataset);
  }

  override baseValue(observation: Pick<Observation, "value" | "unit">): Decimal {
    if (isObservation(observation)) this.noted.push(observation);
    return super.baseValue(observation);
  }

  plainValue(observation: Observation): Decimal {
    return super.baseValue(observation);
  }
}

function isObservation(figure: Pick<Observation, "value" | "unit">): figure is Observation {
  return "series" in figure && "period" in figure;
}

function isRate({ series }: Observation): boolean {
  return series.transformation === "growth";
}

function keyOf({ series, period, known, added }: Observation): string {
  return `${series.id}@${period}@${known}@${added}`;
}
