import type { Session } from "../../src/functions";
import type { FormulaEngine } from "../../src/sheets/dependents";
import { createEngine } from "../eval/engine";
import { offer } from "../eval/offer";

/** Computes formulas, Orebook's functions among them, as a session answers. */
export async function engineFor(session: Session): Promise<FormulaEngine & { close(): void }> {
  const engine = await createEngine(offer(session));
  return {
    has: (name) => engine.has(name),
    evaluate: (formula, cells) =>
      engine.compute(
        formula,
        Object.fromEntries(
          Object.entries(cells).map(([at, value]) => [
            at,
            value !== null && typeof value === "object" ? value.error : value,
          ]),
        ),
      ),
    close: () => engine.close(),
  };
}
