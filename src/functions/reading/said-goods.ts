import { rememberingBy, rememberingOf } from "../../dataset/remembering";
import type { SaidGoods } from "../../query/describe";
import { asGiven, asRange } from "./arguments";
import { parametersOf, type FunctionDefinition } from "../definition";
import type { Session } from "../session";

/** A name that a person would use for goods; symbols, codes and headings are none. */
const NAME = { en: /^[a-z][a-z -]{3,}$/i, zh: /^\p{Script=Han}{2,}$/u };

/** A name that only begins with a capital, which it need not inside a sentence. */
const CAPITALISED = /^[A-Z]?[a-z]+(?:[ -][A-Z]?[a-z]+)*$/;

/** What goods were called, as a message repeats it; undefined where it uses our own name. */
export function saidOf(session: Session, code: string, given: string): SaidGoods | undefined {
  return said(session)([code, given]);
}

/** A column calls the same goods the same in every row. */
const said = rememberingOf((session: Session) =>
  rememberingBy(
    ([code, given]: readonly [code: string, given: string]) => `${code} ${given}`,
    ([code, given]) => named(session, code, given),
  ),
);

function named({ dataset, language }: Session, code: string, given: string): SaidGoods | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", " ");
  const name = given.trim();
  // Our own name tells more where it holds what was typed: iron ore, of iron.
  const isOurs = plain(dataset.label("items", code, language)).includes(plain(name));
  if (!NAME[language].test(name) || isOurs) return undefined;
  return { [code]: CAPITALISED.test(name) ? name.toLowerCase() : name };
}

/** Where the arguments that name goods stand. */
const goodsIn = rememberingOf((definition: FunctionDefinition) =>
  parametersOf(definition).flatMap(([argument, { enum: list }], position) =>
    list === "metals" ? [{ argument, position }] : [],
  ),
);

/** The same of the goods of a call. `read`: the arguments that could be read. */
export function saidGoods(
  definition: FunctionDefinition,
  args: readonly unknown[],
  read: Readonly<Record<string, unknown>>,
  session: Session,
): SaidGoods | undefined {
  let found: SaidGoods | undefined;
  for (const { argument, position } of goodsIn(definition)) {
    const [code, given] = [read[argument], asGiven(asRange(args[position])[0]?.[0])];
    if (typeof code !== "string" || typeof given !== "string") continue;
    const said = saidOf(session, code, given);
    // One that stays the same for the same goods: what is made of it is kept.
    found = found && said ? { ...found, ...said } : (found ?? said);
  }
  return found;
}
