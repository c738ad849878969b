import { Decimal } from "../../../src/dataset/decimal";
import type { Package } from "../read/package";
import type { Row } from "../read/table";

/** A unit of codes/units.csv. */
export interface Unit {
  readonly id: string;
  /** Units of one kind convert into each other: `mass`, `money:USD`, `rate`. */
  readonly kind: string;
  /** Power of ten from this unit to the base unit of its kind. */
  readonly scale: number;
}

/** Ordinals of data releases: from which a row counts, and from which no longer (Infinity: still does). */
export interface ReleaseSpan {
  readonly added: number;
  readonly withdrawn: number;
}

/** Whether some data release sees two rows at once. */
export const overlap = (a: ReleaseSpan, b: ReleaseSpan): boolean => a.added < b.withdrawn && b.added < a.withdrawn;

/** Of those that clash with an earlier one each, with the first that it clashes with. */
export function repeated<T>(
  all: readonly T[],
  clash: (one: T, earlier: T) => boolean,
): (readonly [one: T, earlier: T])[] {
  return all.flatMap((one, i) => {
    const earlier = all.slice(0, i).find((other) => clash(one, other));
    return earlier === undefined ? [] : [[one, earlier] as const];
  });
}

/** The seeds as the checks read them: rows by table and by id. Only well-formed rows are found by id. */
export class Seeds {
  private readonly byId = new Map<string, ReadonlyMap<string, Row>>();
  private readonly ordinals: ReadonlyMap<string, number>;

  constructor(readonly read: Package) {
    this.ordinals = new Map(this.rows("releases").map((row, ordinal) => [row.get("id"), ordinal]));
  }

  /** Whether an organisation added a row to ours. */
  isAdded(row: Row): boolean {
    return this.read.overlay?.rows.has(row) ?? false;
  }

  /** The rows of a resource, in file order. */
  rows(resource: string): readonly Row[] {
    return this.read.tables.get(resource)?.rows ?? [];
  }

  /** The columns of a resource, in their order. */
  columns(resource: string): string[] {
    const { schema } = this.read.descriptor.resources.find(({ name }) => name === resource)!;
    return schema!.fields.map(({ name }) => name);
  }

  find(resource: string, id: string): Row | undefined {
    let rows = this.byId.get(resource);
    if (!rows) {
      rows = new Map(this.rows(resource).map((row) => [row.get("id"), row]));
      this.byId.set(resource, rows);
    }
    return rows.get(id);
  }

  unit(id: string): Unit | undefined {
    const row = this.find("codes-units", id);
    return row && { id, kind: row.get("kind"), scale: Number(row.get("scale")) };
  }

  /** Position of a data release among all, oldest first; undefined for an unknown one. */
  ordinalOf(release: string): number | undefined {
    return this.ordinals.get(release);
  }

  /** The data releases that see a row: from the one that added it (the first, if unknown) to before the one that withdrew it. */
  spanOf(row: Row): ReleaseSpan {
    return {
      added: this.ordinalOf(row.get("added")) ?? 0,
      withdrawn: this.ordinalOf(row.get("withdrawn")) ?? Infinity,
    };
  }

  /** Position of the newest data release. */
  get latest(): number {
    return this.ordinals.size - 1;
  }
}

/** Decimal text, or undefined when it is none. */
export function readDecimal(text: string): Decimal | undefined {
  try {
    return Decimal.parse(text);
  } catch {
    return undefined;
  }
}
