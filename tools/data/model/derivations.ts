import { grouped } from "../../../src/dataset/catalogue";
import type { Decimal } from "../../../src/dataset/decimal";
import { compareTexts, type Report } from "../problem";
import type { Row } from "../read/table";
import { measured, sees, type Figure, type Figures } from "./figures";
import { parseFormula, type Formula } from "./formula";
import { inherit } from "./inherit";
import type { Seeds } from "./seeds";

/** An input of a derivation with the figure it stands for. */
export interface ResolvedInput {
  readonly name: string;
  readonly figure: Figure;
}

/** A derived figure with the arithmetic behind it. */
export interface Derived {
  readonly figure: Figure;
  readonly inputs: readonly ResolvedInput[];
}

interface InputText {
  readonly name: string;
  readonly series: string;
  readonly period: string;
  readonly published: string | undefined;
}

const INPUT = /^([A-Za-z_]\w*)=([^@#]+)@([^@#]+)(?:#([^@#]+))?$/;

/**
 * Recomputes every derivation from the figures it names and adds the results to `figures`, inputs before what rests on
 * them. Reports what cannot be resolved or is not the correct rounding of the exact result.
 */
export class Derivation {
  private readonly done = new Map<Row, Derived | undefined>();
  private readonly underWay = new Set<Row>();
  private readonly waiting: ReadonlyMap<string, readonly Row[]>;

  constructor(
    private readonly seeds: Seeds,
    private readonly figures: Figures,
    private readonly report: Report,
  ) {
    this.waiting = grouped(seeds.rows("derivations"), (row) => `${row.get("series")}@${row.get("period")}`);
  }

  all(): Map<Row, Derived> {
    for (const row of this.seeds.rows("derivations")) this.visit(row);
    return new Map([...this.done].filter((entry): entry is [Row, Derived] => entry[1] !== undefined));
  }

  private visit(row: Row): void {
    if (this.done.has(row)) return;
    if (this.underWay.has(row)) {
      this.report.problem(row, "inputs: rests on itself");
      return;
    }
    this.underWay.add(row);
    const derived = this.compute(row);
    this.underWay.delete(row);
    this.done.set(row, derived);
    if (derived) this.figures.add(derived.figure);
  }

  private compute(row: Row): Derived | undefined {
    const formula = this.readFormula(row);
    const inputs = this.readInputs(row);
    const draft = measured(this.seeds, row, { ...inherit([], false), published: "", known: "" });
    if (!formula || !inputs || !draft) return undefined;
    for (const { series, period } of inputs)
      for (const other of this.waiting.get(`${series}@${period}`) ?? []) if (other !== row) this.visit(other);
    if (!this.namesAgree(row, formula, inputs)) return undefined;
    const last = Math.min(draft.withdrawn - 1, this.seeds.latest);
    const resolved: ResolvedInput[][] = [];
    for (const release of new Set([draft.added, last])) {
      const found = this.resolve(row, inputs, release);
      if (!found || !this.recomputes(row, draft, formula, found, release)) return undefined;
      resolved.push(found);
    }
    // What it stands on is what it stood on when it was added: a newer print of an input does not change an older release.
    const used = (resolved[0] ?? []).map(({ figure }) => figure);
    const known =
      used
        .map((figure) => figure.known)
        .sort(compareTexts)
        .at(-1) ?? "";
    const ownEstimate = this.seeds.find("series", draft.series)?.get("basis") === "estimate";
    return {
      figure: { ...draft, ...inherit(used, ownEstimate), published: known, known },
      inputs: resolved.at(-1) ?? [],
    };
  }

  private readFormula(row: Row): Formula | undefined {
    try {
      return parseFormula(row.get("formula"));
    } catch (error) {
      this.report.problem(row, `formula: ${(error as Error).message}`);
      return undefined;
    }
  }

  private readInputs(row: Row): InputText[] | undefined {
    const inputs = row.list("inputs").map((text) => readInput(text) ?? text);
    for (const input of inputs) {
      if (typeof input === "string")
        this.report.problem(
          row,
          `inputs: "${input}" is not written as name=series@period or name=series@period#published`,
        );
    }
    const read = inputs.filter((input) => typeof input !== "string");
    return read.length === inputs.length ? read : undefined;
  }

  private namesAgree(row: Row, formula: Formula, inputs: readonly InputText[]): boolean {
    const given = inputs.map(({ name }) => name);
    const missing = formula.names.filter((name) => !given.includes(name));
    const idle = given.filter((name, i) => !formula.names.includes(name) || given.indexOf(name) !== i);
    for (const name of missing) this.report.problem(row, `formula: "${name}" is not among the inputs`);
    for (const name of idle) this.report.problem(row, `inputs: "${name}" is given twice or not used`);
    return missing.length + idle.length === 0;
  }

  private resolve(row: Row, inputs: readonly InputText[], release: number): ResolvedInput[] | undefined {
    const resolved = inputs.map(({ name, series, period, published }) => {
      const figure =
        published === undefined
          ? this.figures.newest(series, period, release)
          : this.figures
              .vintages(series, period)
              .find((vintage) => vintage.published === published && sees(release, vintage));
      if (figure) return { name, figure };
      const vintage = published === undefined ? "" : ` published ${published}`;
      this.report.problem(
        row,
        `inputs: ${this.seeds.find("series", series) ? "no figure" : "no series"} for ${name}: ${series} ${period}${vintage} in release ${this.releaseId(release)}`,
      );
      return undefined;
    });
    return resolved.includes(undefined) ? undefined : (resolved as ResolvedInput[]);
  }

  private recomputes(
    row: Row,
    draft: Figure,
    formula: Formula,
    inputs: readonly ResolvedInput[],
    release: number,
  ): boolean {
    let exact: Decimal;
    try {
      exact = formula.evaluate(new Map(inputs.map(({ name, figure }) => [name, figure.value])));
    } catch (error) {
      this.report.problem(row, `formula: ${(error as Error).message}`);
      return false;
    }
    if (exact.minus(draft.value).absolute().compare(draft.half) <= 0) return true;
    const shown = exact.shifted(-draft.unit.scale).rounded(12).toString();
    this.report.problem(
      row,
      `value: ${draft.text} ${draft.unit.id} is not the rounding of ${row.get("formula")} = ${shown} ${draft.unit.id} in release ${this.releaseId(release)}`,
    );
    return false;
  }

  private releaseId(release: number): string {
    return this.seeds.rows("releases")[release]?.get("id") ?? "";
  }
}

function readInput(text: string): InputText | undefined {
  const [, name, series, period, published] = INPUT.exec(text) ?? [];
  return name && series && period ? { name, series, period, published } : undefined;
}
