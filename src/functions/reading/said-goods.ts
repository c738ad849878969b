import { rememberingBy, rememberingOf } from "../../dataset/remembering";
import type { SaidGoods } from "../../query/describe";
import { asGiven, asRange } from "./arguments";
import { parametersOf, type FunctionDefinition } from "../definition";
import type { Session } from "../session";

/** A name that a person would use for goods; symbols, codes and headings are none. */
const NAME = { en: /^[a-z][a-z -]{3,}$/i, zh: /^\p{Script=Han}{2,}$/u };

/** A name that only begins with a capital, which it need not inside a sentence. */
const CAPITALISED = /^[A-Z]?[a-z]+(?:[ -][A-Z]?[a-z]+)*$/;

/** What goods were called, as a message repeats it. */
export function saidOf(session: Session, code: string, given: string): SaidGoods {
  return said(session)([code, given]);
}

/** A column calls the same goods the same in every row. */
const said = rememberingOf((session: Session) =>
  rememberingBy(
    ([code, given]: readonly [code: string, given: string]) => `${code} ${given}`,
    ([code, given]) => named(session, code, given),
  ),
);

function named({ dataset, language }: Session, code: string, given: string): SaidGoods {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", " ");
  const name = given.trim();
  // Our own name tells more where it holds what was typed: iron ore, of iron.
  const isOurs = plain(dataset.label("items", code, language)).includes(plain(name));
  if (!NAME[language].test(name) || isOurs) return {};
  return { [code]: CAPITALISED.test(name) ? name.toLowerCase() : name };
}

/** The same of the goods of a call. `read`: the arguments that could be read. */
export function saidGoods(
  definition: FunctionDefinition,
  args: readonly unknown[],
  read: Readonly<Record<string, unknown>>,
  session: Session,
): SaidGoods {
  let found: SaidGoods = {};
  parametersOf(definition).forEach(([argument, parameter], position) => {
    if (parameter.enum !== "metals") return;
    const [code, given] = [read[argument], asGiven(asRange(args[position])[0]?.[0])];
    if (typeof code === "string" && typeof given === "string") found = { ...found, ...saidOf(session, code, given) };
  });
  return found;
}
