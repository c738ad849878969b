import type { Derived } from "../model/derivations";
import type { Figures } from "../model/figures";
import type { Seeds } from "../model/seeds";
import type { Report } from "../problem";
import type { Row } from "../read/table";

/** What a check looks at, and where it says what it found. */
export interface Subject {
  readonly seeds: Seeds;
  /** Printed and derived figures. */
  readonly figures: Figures;
  readonly derived: ReadonlyMap<Row, Derived>;
  readonly report: Report;
}

/** One guarantee that the build gives. A check leaves out what another check or the schema has already found faulty. */
export interface Check {
  /** The guarantee in one line. */
  readonly guarantees: string;
  run(subject: Subject): void;
}
