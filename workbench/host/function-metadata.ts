/** The parts of `functions.json` that decide how Excel calls a custom function, and what it tells about it. */

export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionDefinition {
  readonly id: string;
  /** What people type. */
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: { readonly cancelable?: boolean; readonly stream?: boolean };
}

export interface FunctionsMetadata {
  /** Whether errors reach functions as arguments; else Excel answers with the error and does not call. */
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionDefinition[];
}
