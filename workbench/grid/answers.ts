/**
 * What custom functions answered to the cells that call them. A cell that computes again with the same arguments has its
 * answer already; it is asked for afresh only when the cell was entered anew or is recalculated on request.
 */
import type { CallArgument } from "../host/call-arguments";
import type { Outcome } from "../host/invocation-results";
import { mapArea, type Area } from "../host/a1";
import type { CellValue } from "../host/workbook-model";

export interface CellPlace {
  /** The sheet's id. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface CellCall {
  readonly cell: CellPlace;
  readonly id: string;
  readonly args: readonly CallArgument[];
}

export interface AnswersOptions {
  /** Calls the function in the add-in. */
  readonly invoke: (call: CellCall) => Promise<Outcome>;
  /** Told when an answer has come and the cell can be computed. */
  readonly arrived: (cell: CellPlace) => void;
}

/** One call of a cell; without an outcome it is waited for. */
interface Asked {
  readonly call: CellCall;
  outcome?: Outcome;
}

const keyOf = ({ sheet, row, column }: CellPlace): string => `${sheet} ${row} ${column}`;

export class Answers {
  /** By cell, then by function and arguments, the newest last. */
  private readonly cells = new Map<string, Map<string, Asked>>();

  constructor(private readonly options: AnswersOptions) {}

  /** The answer, or undefined while it is waited for. */
  ask(call: CellCall): Outcome | undefined {
    const key = keyOf(call.cell);
    const asked = this.cells.get(key) ?? new Map<string, Asked>();
    this.cells.set(key, asked);
    const question = JSON.stringify([call.id, call.args]);
    const known = asked.get(question) ?? this.send({ call });
    asked.delete(question);
    asked.set(question, known);
    return known.outcome;
  }

  /**
   * Cells that come to other places have their answers there too; where they were they stay, for undo may bring them back.
   * What is still waited for, a cell asks again from its new place.
   */
  copy(places: readonly (readonly [from: CellPlace, to: CellPlace])[]): void {
    const asked = places.map(([from, to]) => [to, this.cells.get(keyOf(from))] as const);
    for (const [to, known] of asked)
      if (known) this.cells.set(keyOf(to), new Map([...known].filter(([, { outcome }]) => outcome)));
  }

  /** Asks afresh when the cell is computed next. */
  forget(cell: CellPlace): void {
    this.cells.delete(keyOf(cell));
  }

  /** The same for every cell of an area, or of all. */
  forgetAll(area?: Area): void {
    if (area) mapArea(area, (row, column) => this.forget({ sheet: area.sheet, row, column }));
    else this.cells.clear();
  }

  /** Asks again what was never answered: the runtime that was asked is gone. */
  askAgain(): void {
    for (const asked of this.everything()) if (!asked.outcome) this.send(asked);
  }

  get isWaiting(): boolean {
    return this.everything().some(({ outcome }) => !outcome);
  }

  /** The text behind an error of this cell, or of the cell so many rows and columns into what it spills. */
  message(cell: CellPlace, error: string, row = 0, column = 0): string | undefined {
    const newestFirst = [...(this.cells.get(keyOf(cell))?.values() ?? [])].reverse();
    for (const { outcome } of newestFirst) {
      const message = outcome && messageIn(outcome, error, row, column);
      if (message) return message;
    }
    return undefined;
  }

  private everything(): Asked[] {
    return [...this.cells.values()].flatMap((asked) => [...asked.values()]);
  }

  private send(asked: Asked): Asked {
    void this.options.invoke(asked.call).then((outcome) => {
      if (asked.outcome) return;
      asked.outcome = outcome;
      this.options.arrived(asked.call.cell);
    });
    return asked;
  }
}

function messageIn(outcome: Outcome, error: string, row: number, column: number): string | undefined {
  if ("error" in outcome) return outcome.error === error ? outcome.message : undefined;
  const value: CellValue | undefined = Array.isArray(outcome.value) ? outcome.value[row]?.[column] : undefined;
  return typeof value === "object" && value.error === error ? value.message : undefined;
}
