/** A figure as a publisher's file has it, under one of our series. */
export interface Candidate {
  readonly series: string;
  readonly period: string;
  /** Plain digits. */
  readonly value: string;
  readonly unit: string;
  readonly relation: string;
  readonly status: string;
  readonly locator: string;
  readonly note: string;
  /** When it is older than its document. */
  readonly published?: string;
  /** Figures that agree to so many decimals are one figure; as many as are printed where it is not said. */
  readonly decimals?: number;
  /** The document, where the file itself names it. */
  readonly source?: string;
  /** Where in the file, in words. */
  readonly where: string;
}

/** Something left out, and where it is. */
export interface Refusal {
  readonly where: string;
  readonly message: string;
}

/** Labels of a file that the mapping does not have, each with its first place and the number of cells under it. */
export interface Unmapped {
  readonly label: string;
  readonly where: string;
  readonly cells: number;
}

/** What came of reading a file. */
export class Reading {
  readonly candidates: Candidate[] = [];
  readonly refusals: Refusal[] = [];
  /** When the file was published, as far as it says so itself. */
  edition: string | undefined;
  /** Cells without a figure: empty, withheld or not available. */
  blanks = 0;
  /** Cells of what we leave out on purpose. */
  leftOut = 0;
  private readonly labels = new Map<string, { where: string; cells: number }>();

  refuse(where: string, message: string): void {
    this.refusals.push({ where, message });
  }

  /** Trade in some goods: its value, and its weight where there is one. `seriesOf` gives the series of each. */
  trade(
    at: Pick<Candidate, "period" | "locator" | "where">,
    seriesOf: (measure: "value" | "weight") => string,
    value: string,
    weight: Pick<Candidate, "value" | "unit" | "status" | "relation"> | undefined,
  ): void {
    const dollars = { value, unit: "USD", status: "A", relation: "exact" };
    this.candidates.push({ ...at, note: "", series: seriesOf("value"), ...dollars });
    if (weight) this.candidates.push({ ...at, note: "", series: seriesOf("weight"), ...weight });
    else this.blanks++;
  }

  skip(label: string, where: string, cells = 1): void {
    const known = this.labels.get(label);
    if (known) known.cells += cells;
    else this.labels.set(label, { where, cells });
  }

  get unmapped(): Unmapped[] {
    return [...this.labels].map(([label, { where, cells }]) => ({ label, where, cells }));
  }
}

/** How a message ends that something is not known. */
export const hintOf = (near: readonly string[]): string => (near.length === 0 ? "" : `; nearest: ${near.join(", ")}`);

/** A file that does not look as its publisher's files do. Nothing of it is taken over. */
export class ShapeFault extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
  }
}
