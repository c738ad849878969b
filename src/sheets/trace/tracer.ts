import type { Dataset } from "../../dataset/dataset";
import type { Decimal } from "../../dataset/decimal";
import type { Observation, Series } from "../../dataset/records";
import { createCaller, FunctionError, isCellError, type Caller, type Session } from "../../functions";
import { Units } from "../../query/units/units";
import type { Scalar, Value } from "../formula";

/** What became of a call of one of Orebook's functions. */
export type Outcome =
  | { readonly kind: "answered"; readonly value: Value }
  /** No figure: `error` as the cell shows it, `reason` in words. */
  | { readonly kind: "refused"; readonly error: string; readonly reason: string }
  /** A function that this version does not have. */
  | { readonly kind: "unknownFunction" };

export interface CallTrace {
  readonly outcome: Outcome;
  /** The figures whose values were taken, in the order in which they were read. */
  readonly read: readonly Observation[];
}

/** What a call answered, and the figures it looked at on the way. */
export interface Answered {
  readonly value: Value;
  readonly evidence: readonly Observation[];
}

/** Calls functions within one session and tells which figures they look at and which they take. */
export class Tracer {
  private readonly opened: Observation[] = [];
  private readonly units: NotingUnits;
  private readonly caller;
  /** Of a refusal its words cost most, and values do not need them. */
  private readonly wordless;

  constructor(session: Session) {
    this.units = new NotingUnits(session.dataset);
    const watching = {
      ...session,
      dataset: watched(session.dataset, this.opened),
      units: this.units,
      isTraced: true,
    } as const;
    this.caller = createCaller(watching);
    this.wordless = createCaller({ ...watching, isWordless: true });
  }

  trace(id: string, args: readonly Value[]): CallTrace {
    this.begin();
    const outcome = outcomeOf(this.caller, id, args);
    return { outcome, read: [...this.units.noted] };
  }

  /** Undefined for a function that this version does not have. */
  answer(id: string, args: readonly Value[]): Answered | undefined {
    this.begin();
    const value = shownOf(outcomeOf(this.wordless, id, args));
    return value === undefined ? undefined : { value, evidence: [...new Set(this.opened)] };
  }

  /** The value of a figure in base units; it is not noted. */
  plainValue(figure: Observation): Decimal {
    return this.units.plainValue(figure);
  }

  private begin(): void {
    this.opened.length = 0;
    this.units.noted.length = 0;
  }
}

function outcomeOf(caller: Caller, id: string, args: readonly Value[]): Outcome {
  try {
    const result = caller.call(id, args);
    const value = Array.isArray(result)
      ? result.map((row) => row.map((cell): Scalar => (isCellError(cell) ? { error: cell.error } : cell)))
      : result;
    return { kind: "answered", value };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    return error.code === "#NAME?"
      ? { kind: "unknownFunction" }
      : { kind: "refused", error: error.code, reason: error.message };
  }
}

/** What a cell shows of a call; undefined for a function that this version does not have. */
export function shownOf(outcome: Outcome): Value | undefined {
  if (outcome.kind === "unknownFunction") return undefined;
  return outcome.kind === "answered" ? outcome.value : { error: outcome.error };
}

/** The same dataset, except that it notes every figure that is opened. */
function watched(dataset: Dataset, opened: Observation[]): Dataset {
  const open = (row: number, series: Series): Observation => {
    const observation = dataset.observations.open(row, series);
    opened.push(observation);
    return observation;
  };
  const observations = Object.create(dataset.observations, { open: { value: open } }) as Dataset["observations"];
  return Object.create(dataset, { observations: { value: observations } }) as Dataset;
}

/** Every figure that is answered with passes through its unit. */
class NotingUnits extends Units {
  readonly noted: Observation[] = [];

  override baseValue(figure: Pick<Observation, "value" | "unit">): Decimal {
    if (isObservation(figure)) this.noted.push(figure);
    return super.baseValue(figure);
  }

  plainValue(figure: Observation): Decimal {
    return super.baseValue(figure);
  }
}

function isObservation(figure: Pick<Observation, "value" | "unit">): figure is Observation {
  return "series" in figure && "period" in figure;
}
