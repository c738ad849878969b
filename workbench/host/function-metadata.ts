/** The parts of `functions.json` that decide how Excel calls a custom function. */

export interface FunctionParameter {
  readonly name: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionDefinition {
  readonly id: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: { readonly cancelable?: boolean; readonly stream?: boolean };
}

export interface FunctionsMetadata {
  /** Whether errors reach functions as arguments; else Excel answers with the error and does not call. */
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionDefinition[];
}
