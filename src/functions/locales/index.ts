import type { FunctionDefinition } from "../definition";

/** What people read of a function in a language. */
export interface FunctionTexts {
  readonly summary: string;
  /** By the name of the parameter: what it takes, and what a blank means. */
  readonly parameters: Readonly<Record<string, ParameterTexts>>;
  /** What each example shows. */
  readonly examples: readonly string[];
}

export interface ParameterTexts {
  readonly description: string;
  readonly default?: string;
}

/** Says of a function what people read of it. */
export type TextsOf = (definition: FunctionDefinition) => FunctionTexts;

/** The texts in another language, as they are written down; what most functions say of a parameter stands there once. */
export interface Translation {
  readonly parameters: Readonly<Record<string, Partial<ParameterTexts>>>;
  readonly functions: Readonly<
    Record<
      string,
      Omit<FunctionTexts, "parameters"> & { parameters: Readonly<Record<string, Partial<ParameterTexts>>> }
    >
  >;
}

/** English: the definitions themselves. */
export const english: TextsOf = ({ summary, parameters, examples }) => ({
  summary,
  parameters,
  examples: examples.map(({ says }) => says),
});

/** Another language; what it does not have stays English. */
export function translated({ parameters, functions }: Translation): TextsOf {
  return (definition) => {
    const texts = english(definition);
    const own = functions[definition.id];
    const both = Object.entries(texts.parameters).map(([name, said]) => {
      const { description, default: blank } = { ...said, ...parameters[name], ...own?.parameters[name] };
      return [name, { description, ...(said.default && { default: blank }) }] as const;
    });
    return { ...texts, ...own, parameters: Object.fromEntries(both) };
  };
}
