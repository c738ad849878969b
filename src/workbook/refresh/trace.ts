import type { Dataset } from "../../dataset/dataset";
import type { Observation, Series } from "../../dataset/records";
import { View } from "../../dataset/view";
import { createCaller, FunctionError, isCellError, type Session } from "../../functions";
import type { Scalar, Value } from "../formula";

/** What a call answered, and the figures it looked at on the way. */
export interface Answered {
  readonly value: Value;
  readonly evidence: readonly Observation[];
}

/** Calls functions within one session and notes the figures behind each answer. */
export class Tracer {
  private readonly opened: Observation[] = [];
  private readonly caller;

  constructor(readonly session: Session) {
    this.caller = createCaller({ ...session, dataset: this.watched(session.dataset) });
  }

  /** Undefined for a function that this version does not have. */
  answer(id: string, args: readonly Value[]): Answered | undefined {
    this.opened.length = 0;
    const value = this.call(id, args);
    return value === undefined ? undefined : { value, evidence: [...new Set(this.opened)] };
  }

  private call(id: string, args: readonly Value[]): Value | undefined {
    try {
      const result = this.caller.call(id, args);
      return Array.isArray(result) ? result.map((row) => row.map((cell): Scalar => (isCellError(cell) ? { error: cell.error } : cell))) : result;
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      return error.code === "#NAME?" ? undefined : { error: error.code };
    }
  }

  /** The same dataset, except that it tells of every figure that is opened. */
  private watched(dataset: Dataset): Dataset {
    const { opened } = this;
    const observations = Object.create(dataset.observations, {
      open: {
        value: (row: number, series: Series): Observation => {
          const observation = dataset.observations.open(row, series);
          opened.push(observation);
          return observation;
        },
      },
    }) as Dataset["observations"];
    const watched = Object.create(dataset, {
      observations: { value: observations },
      // Views are kept by the dataset they are of; these are of this one.
      view: { value: (at: View["at"] = {}) => new View(watched, at) },
    }) as Dataset;
    return watched;
  }
}
