import type { Chance } from "./random";

/** Gets a reader ready to be tested. */
export type Target = () => Opened;

export interface Opened {
  /** What the search begins with. */
  readonly seeds: readonly string[];
  /** Words that go into inputs. */
  readonly words: readonly string[];
  /** Reads an input. Returns whether it was taken; throws whatever must not be. */
  read(input: string): boolean;
  /** Another input made of one, where a text is not the right way to see it. */
  mutate?(input: string, other: string, chance: Chance): string;
}

/** A property that an input breaks. */
export class Broken extends Error {
  override readonly name = "Broken";
}

export function must(holds: boolean, property: string): void {
  if (!holds) throw new Broken(property);
}

/** Whether a reader takes an input; what it refuses with is said, anything else goes on. */
export function taken(read: () => unknown, isRefusal: (error: unknown) => boolean): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
