import { observationKey, type Event, type Observation } from "../../dataset/records";
import type { Session } from "../../functions";
import type { Value } from "../formula";
import { Tracer, type Outcome } from "../trace/tracer";
import { viewOf } from "./view";

export type { Outcome };

export interface Traced {
  readonly outcome: Outcome;
  /** The figures it rests on, in the order in which they were read; none when there is no answer. */
  readonly figures: readonly Observation[];
  /** The events it tells of. */
  readonly events: readonly Event[];
}

/** Calls functions and tells on what in the dataset their answers rest. */
export class FactTracer {
  private readonly calls: Tracer;

  constructor(private readonly session: Session) {
    this.calls = new Tracer(session);
  }

  trace(id: string, args: readonly Value[]): Traced {
    const { outcome, read } = this.calls.trace(id, args);
    if (outcome.kind !== "answered") return { outcome, figures: [], events: [] };
    const figures = this.restingOn(outcome.value, read);
    return { outcome, figures, events: figures.length > 0 ? [] : this.eventsIn(outcome.value) };
  }

  /** A function that weighs a printed rate against the change of levels reads both, and answers with one of them. */
  private restingOn(value: Value, noted: readonly Observation[]): Observation[] {
    const read = [...new Map(noted.map((observation) => [observationKey(observation), observation])).values()];
    const rates = read.filter(isRate);
    if (typeof value !== "number" || rates.length === 0 || rates.length === read.length) return read;
    const printed = rates.filter((rate) => this.calls.plainValue(rate).toNumber() === value);
    return printed.length > 0 ? printed : read.filter((observation) => !isRate(observation));
  }

  /** An answer tells of an event by its summary or by the number of its announcement. */
  private eventsIn(value: Value): Event[] {
    const texts = new Set([value].flat(2).filter((cell) => typeof cell === "string"));
    const names = ({ summary, summary_zh, announcement }: Event) =>
      texts.has(summary) ||
      texts.has(summary_zh) ||
      (announcement !== "" && [...texts].some((text) => text.includes(announcement)));
    return texts.size === 0 ? [] : viewOf(this.session).events().filter(names);
  }
}

function isRate({ series }: Observation): boolean {
  return series.transformation === "growth";
}
