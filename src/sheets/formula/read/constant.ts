import { FormulaSyntaxError } from "./syntax-error";
import { isTruth, numberOf, textOf, truthOf, type TokenReader } from "./token-reader";
import type { Scalar } from "../value";

/** Reads an array constant whose opening brace was taken. Throws a `FormulaSyntaxError`. */
export function readConstant(tokens: TokenReader): Scalar[][] {
  const rows: Scalar[][] = [[]];
  for (;;) {
    rows.at(-1)!.push(readCell(tokens));
    const token = tokens.take();
    if (token.text === ";") rows.push([]);
    else if (token.text === "}") break;
    else if (token.text !== ",")
      throw tokens.fault("an array constant holds values between commas, semicolons and a closing brace", token);
  }
  if (rows.some((row) => row.length !== rows[0]!.length))
    throw new FormulaSyntaxError("the rows of an array constant differ in length");
  return rows;
}

function readCell(tokens: TokenReader): Scalar {
  const sign = tokens.skip("-") ? -1 : 1;
  const token = tokens.take();
  if (token.kind === "number") return sign * numberOf(tokens, token);
  if (sign === 1 && token.kind === "text") return textOf(token);
  if (sign === 1 && token.kind === "error") return { error: token.text.toUpperCase() };
  if (sign === 1 && isTruth(token)) return truthOf(token);
  throw tokens.fault("an array constant holds numbers, texts, TRUE, FALSE and errors only", token);
}
