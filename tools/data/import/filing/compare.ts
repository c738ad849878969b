import { Decimal } from "../../../../src/dataset/decimal";
import { compareVintages, sees, type Figure } from "../../model/figures";
import type { Candidate, Refusal } from "../reading";
import { figureOf, rowOf, type NewRow } from "./candidate";
import type { Target } from "./target";

export interface Revision {
  readonly row: NewRow;
  readonly before: Figure;
  readonly after: Figure;
}

/** What candidates do not say themselves. */
export interface Terms {
  /** The document that they are from, where they name none. */
  readonly source: string;
  readonly release: string;
  isDefined(series: string): boolean;
}

/** What candidates come to beside what is filed. */
export class Comparison {
  readonly added: NewRow[] = [];
  readonly revised: Revision[] = [];
  readonly refusals: Refusal[] = [];
  /** Series that the mapping names and that are not defined, with the number of figures for each. */
  readonly undefinedSeries = new Map<string, number>();
  unchanged = 0;
  private readonly seen = new Map<string, { readonly where: string; readonly figure: Figure }>();

  constructor(
    private readonly target: Target,
    private readonly terms: Terms,
  ) {}

  add(candidate: Candidate): void {
    const { series, where } = candidate;
    if (!this.terms.isDefined(series)) {
      this.undefinedSeries.set(series, (this.undefinedSeries.get(series) ?? 0) + 1);
      return;
    }
    const defined = this.target.seeds.find("series", series);
    if (this.target.isOwn && defined && !this.target.seeds.isAdded(defined))
      return this.refuse(where, `${series} is a series of ours; figures of your own need a series of your own`);
    const row = rowOf(candidate, this.terms.source, this.terms.release);
    const figure = figureOf(this.target.seeds, row, where);
    if (typeof figure === "string") this.refuse(where, figure);
    else if (this.isFirst(figure, row, candidate)) this.place(figure, row, candidate);
  }

  /** Whether no other candidate gave this figure; one that gave another is named. */
  private isFirst(figure: Figure, row: NewRow, { where }: Candidate): boolean {
    const { series, period, known, text } = figure;
    const key = `${series}@${period}@${row["source"]}@${known}`;
    const first = this.seen.get(key);
    if (!first) this.seen.set(key, { where, figure });
    else if (!isSame(first.figure, figure))
      this.refuse(where, `gives ${text} for ${series} ${period}, and ${first.where} gives ${first.figure.text}`);
    return first === undefined;
  }

  /** Puts a figure beside the vintages that are filed for its period. */
  private place(read: Figure, cells: NewRow, { where, decimals, published }: Candidate): void {
    const { seeds, figures } = this.target;
    const filed = figures.vintages(read.series, read.period).filter((other) => sees(seeds.latest, other));
    const own = filed.find(
      (other) => other.row.get("source") === cells["source"] && (published === undefined || other.known === read.known),
    );
    const before = filed.findLast((other) => compareVintages(other, read) <= 0);
    const rival = own ?? before;
    // A break in a series is ours to state; no publisher prints it.
    const status = rival?.status === "B" && read.status === "A" ? "B" : read.status;
    const [figure, row] = [
      { ...read, status },
      { ...cells, status },
    ];
    if (!rival) this.added.push(row);
    else if (isSame(rival, figure, decimals)) this.unchanged++;
    else if (own)
      this.refuse(where, contradiction(figure, own, "from this document already: correct it if it is wrong"));
    else if (rival.known === figure.known) this.refuse(where, contradiction(figure, rival, "known from the same day"));
    else this.revised.push({ row, before: rival, after: figure });
  }

  private refuse(where: string, message: string): void {
    this.refusals.push({ where, message });
  }
}

function contradiction(figure: Figure, filed: Figure, how: string): string {
  const shown = ({ text, unit, status, relation }: Figure) => `${text} ${unit.id} (${status}, ${relation})`;
  const place = `${filed.row.file}:${filed.row.line}`;
  return `${figure.series} ${figure.period} is ${shown(figure)}; ${place} has ${shown(filed)} ${how}`;
}

/** Whether two prints say the same; where only so many decimals are printed, further ones do not count. */
function isSame(a: Figure, b: Figure, decimals?: number): boolean {
  const apart = a.value.minus(b.value).absolute();
  const allowed = decimals === undefined ? ZERO : HALF.shifted(b.unit.scale - decimals);
  return apart.compare(allowed) <= 0 && a.status === b.status && a.relation === b.relation;
}

const ZERO = Decimal.fromInteger(0);
const HALF = Decimal.parse("0.5");
