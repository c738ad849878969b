/** The parts of `functions.json` that decide how Excel calls a custom function, and what it tells about it. */

export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
  /** The words that Excel offers for this argument: one of `enums`. */
  readonly customEnumId?: string;
}

export interface EnumValue {
  readonly name: string;
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly tooltip?: string;
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
  readonly enums?: readonly { readonly id: string; readonly values: readonly EnumValue[] }[];
  readonly functions: readonly FunctionDefinition[];
}
