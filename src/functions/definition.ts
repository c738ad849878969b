import type { Block, Cell } from "./cells";
import type { Session } from "./session";

/** An argument after the first reading: blank, one value, or a block of values when the parameter takes a range. */
export type Given = Cell | undefined;

/** How one argument is declared, explained and read. */
export interface Parameter<T> {
  /** Shown in autocomplete and help; the key in the definition is its name. */
  readonly description: string;
  readonly optional: boolean;
  /** Takes a range as it lies; every other parameter takes one value. */
  readonly matrix?: boolean;
  /** Code list whose main words autocomplete offers. */
  readonly enum?: EnumList;
  /** What a blank means, in words, for the help. */
  readonly default?: string;
  /** Turns what was given into what the method needs. Refuses what it cannot read. */
  read(given: Given, argument: string, session: Session, block: Given[][]): T;
}

export type EnumList = "metals" | "indicators" | "countries" | "measures" | "bases" | "stages" | "quota_stages" | "groups" | "products" | "units" | "source_facts" | "version_facts" | "latest_facts" | "kinds" | "tables" | "event_types" | "elements";

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

export type ArgumentsOf<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

export interface Example {
  readonly formula: string;
  /** What it shows, in one line. */
  readonly says: string;
}

/** One custom function: what the user reads about it, and the method. */
export interface FunctionDefinition<P extends Parameters = Parameters> {
  /** Never changes once published. Also the name as typed. */
  readonly id: string;
  /** One line, under 255 characters: what comes back, in what unit. */
  readonly summary: string;
  /** Further paragraphs for the help page. */
  readonly details: readonly string[];
  readonly parameters: P;
  /** Whether the result spills. */
  readonly spills: boolean;
  readonly result: "number" | "text" | "any";
  /** At least two; each is run by a test. */
  readonly examples: readonly Example[];
  method(args: ArgumentsOf<P>, session: Session): Cell | Block;
}

/** Ties the types of a definition's parameters to its method. */
export function define<const P extends Parameters>(definition: FunctionDefinition<P>): FunctionDefinition {
  return definition as unknown as FunctionDefinition;
}
