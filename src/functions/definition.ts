import type { Asked, Wording } from "./calls/asked";
import type { Say } from "./calls/say";
import { rememberingOf } from "../dataset/remembering";
import type { Refusal } from "../query/refusal";
import type { WordList } from "../query/words/spellings";
import type { Block, Cell, CellError } from "./cells";
import type { ChoiceList } from "./reading/choices";
import type { Session } from "./session";

/** An argument after the first reading: one value, or undefined when it is blank. */
export type Given = Cell | undefined;

/** An argument that takes a range, as it lies; an error in it stays in its place. */
export type GivenBlock = readonly (readonly (Given | CellError)[])[];

/** What a parameter may look at while it reads. */
export interface Reading {
  /** Its own name, for messages. */
  readonly argument: string;
  readonly session: Session;
  /** The whole range, for parameters that take one. */
  readonly block: GivenBlock;
  /** What the first argument was read as: what a word means may depend on it. */
  readonly first: unknown;
}

/** How one argument is declared, explained and read. */
export interface Parameter<T> {
  /** Shown in autocomplete and help; the key in the definition is its name. */
  readonly description: string;
  readonly optional: boolean;
  /** Takes a range as it lies; every other parameter takes one value. */
  readonly matrix?: boolean;
  /** List whose main words autocomplete offers. */
  readonly enum?: EnumList;
  /** The code list that has all its words, for whatever indicator. */
  readonly list?: WordList;
  /** What it takes where no list has the words for it; a form offers what there is. */
  readonly takes?: "period" | "series";
  /** What a blank means, in words, for the help. */
  readonly default?: string;
  /** Turns what was given into what the method needs. Refuses what it cannot read. */
  read(given: Given, at: Reading): T;
}

/** Lists of words that autocomplete offers: from the code lists, or a function's own choices. */
export type EnumList =
  | "metals"
  | "indicators"
  | "countries"
  | "measures"
  | "bases"
  | "stages"
  | "quota_stages"
  | "groups"
  | "products"
  | "units"
  | "tables"
  | "event_types"
  | "elements"
  | ChoiceList;

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

export type ArgumentsOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

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
  readonly parameters: P;
  /** Whether the result spills. */
  readonly spills: boolean;
  readonly result: "number" | "text" | "any";
  /** Gives every refusal as text instead of an error. */
  readonly neverRefuses?: boolean;
  /** Whether everything that there is has a part in the answer, and not one figure alone. */
  isWhole?(args: ArgumentsOf<P>): boolean;
  /** At least two; each is run by a test. */
  readonly examples: readonly Example[];
  /** The ways in which this function puts a question, the plainest first; none for a question that is not its own. */
  wordings?(asked: Asked, say: Say): readonly Wording<keyof P & string>[];
  method(args: ArgumentsOf<P>, session: Session): Cell | Block | Refusal;
}

/** The parameters by their names, in the order of the arguments. */
export const parametersOf = rememberingOf(({ parameters }: FunctionDefinition) => Object.entries(parameters));

type Defaults = Pick<FunctionDefinition, "spills" | "result">;

/** Ties the types of a definition's parameters to its method. Unless it says otherwise, it answers with one number, or spills anything. */
export function define<const P extends Parameters>(
  definition: Omit<FunctionDefinition<P>, keyof Defaults> & Partial<Defaults>,
): FunctionDefinition {
  const result = definition.spills ? "any" : "number";
  return { spills: false, result, ...definition } as unknown as FunctionDefinition;
}
