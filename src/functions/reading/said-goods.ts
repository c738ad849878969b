import type { SaidGoods } from "../../query/describe";
import { asGiven, asRange } from "./arguments";
import type { FunctionDefinition } from "../definition";
import type { Session } from "../session";

/** A name that a person would use for goods; symbols, codes and headings are none. */
const NAME = { en: /^[a-z][a-z -]{3,}$/i, zh: /^\p{Script=Han}{2,}$/u };

/** A name that only begins with a capital, which it need not inside a sentence. */
const CAPITALISED = /^[A-Z]?[a-z]+(?:[ -][A-Z]?[a-z]+)*$/;

/** What goods were called, as a message repeats it. */
export function saidOf({ dataset, language }: Session, code: string, given: string): SaidGoods {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", " ");
  const name = given.trim();
  // Our own name tells more where it holds what was typed: iron ore, of iron.
  const isOurs = plain(dataset.label("items", code, language)).includes(plain(name));
  if (!NAME[language].test(name) || isOurs) return {};
  return { [code]: CAPITALISED.test(name) ? name.toLowerCase() : name };
}

/** The same of the goods of a call. `read`: the arguments that could be read. */
export function saidGoods(
  { parameters }: FunctionDefinition,
  args: readonly unknown[],
  read: Readonly<Record<string, unknown>>,
  session: Session,
): SaidGoods {
  const said = Object.entries(parameters).map(([argument, parameter], position): SaidGoods => {
    const [code, given] = [read[argument], asGiven(asRange(args[position])[0]?.[0])];
    const isGoods = parameter.enum === "metals" && typeof code === "string" && typeof given === "string";
    return isGoods ? saidOf(session, code, given) : {};
  });
  return Object.assign({}, ...said) as SaidGoods;
}
