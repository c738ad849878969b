import { toNumber } from "../operators";
import { isError, oneOf, type Scalar, type Value } from "../value";

/** The arguments of a function, as far as they can be told. */
export type Arguments = readonly (Value | undefined)[];

/** Undefined: only Excel can tell. */
export type Method = (args: Arguments) => Value | undefined;

export const VALUE: Scalar = { error: "#VALUE!" };
export const MISSING: Scalar = { error: "#N/A" };

/** A function of texts and numbers, of which each argument is one value: the first error among them is its answer. */
export function plainly(method: (...args: Scalar[]) => Scalar | undefined): Method {
  return (args) => {
    const values = args.map(oneOf);
    return values.every((value) => value !== undefined) ? (values.find(isError) ?? method(...values)) : undefined;
  };
}

export function numberIn(value: Value | undefined): number | undefined {
  const one = oneOf(value);
  return one === undefined || isError(one) ? undefined : toNumber(one);
}

/** What a cell shows of an empty answer. */
export function zeroIfEmpty(value: Value | undefined): Value | undefined {
  return value === null ? 0 : value;
}
