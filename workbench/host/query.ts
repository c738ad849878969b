/** Answers a load (`QueryInfo`): the properties asked for, of an object, its collections and what hangs below them. */
import type { HostError } from "./host-error";
import { isHostObject, memberName, wireName, type HostObject } from "./host-object";
import type { References } from "./references";
import type { QueryInfo } from "./rich-api";

/** Property names on the way down: `{values: {}, format: {font: {bold: {}}}}`; `*` stands for every plain property. */
interface Selection {
  [property: string]: Selection;
}

/** Why a member (`Range.formulas`) is refused, if it is. `acts`: it is set or called, and not read. */
export type Refuse = (member: string, acts?: boolean) => HostError | undefined;

function selection(query: QueryInfo): Selection {
  const root: Selection = {};
  const paths = [...(query.Select ?? []), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  for (const path of paths.length > 0 ? paths : ["*"]) {
    let at = root;
    for (const property of path.split("/")) at = at[property] ??= {};
  }
  return root;
}

/** What goes with every answer about an object: `Id`, `_ReferenceId`. */
export function identityOf(object: HostObject, references: References): Record<string, unknown> {
  return { ...object.identity(), ...(object.isReferenced ? { _ReferenceId: references.idOf(object) } : {}) };
}

function properties(object: HostObject, wanted: Selection, refuse: Refuse): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [property, below] of Object.entries(wanted)) {
    if (property === "*") {
      for (const name of object.propertyNames) {
        if (refuse(memberName(object.className, name))) continue;
        const value = object.get(name);
        if (!isHostObject(value)) answer[name] = value;
      }
      continue;
    }
    const name = wireName(property);
    const refusal = refuse(memberName(object.className, name));
    if (refusal) throw refusal;
    const value = object.get(name);
    answer[name] = isHostObject(value)
      ? answerOf(value, Object.keys(below).length > 0 ? below : { "*": {} }, refuse)
      : value;
  }
  return answer;
}

function answerOf(
  object: HostObject,
  wanted: Selection,
  refuse: Refuse,
  from = 0,
  count = Infinity,
): Record<string, unknown> {
  const { items } = object;
  if (!items) return { ...object.identity(), ...properties(object, wanted, refuse) };
  return { _Items: items.slice(from, from + count).map((item) => answerOf(item, wanted, refuse)) };
}

/** The answer to a load of `object`. A collection answers with `_Items`; the names asked for are its items'. */
export function answerQuery(object: HostObject, query: QueryInfo, refuse: Refuse): Record<string, unknown> {
  return answerOf(object, selection(query), refuse, query.Skip, query.Top);
}
