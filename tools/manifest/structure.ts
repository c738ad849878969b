import { faultOf, type Fault, type FaultName } from "./fault";
import structure from "./structure.json";
import { label, path, type Element } from "./tree";

/**
 * The children each element holds, in the order the manifest schema prescribes: `?` optional, `+` one or more,
 * else exactly one; `|` between alternatives. Only what Orebook uses; anything else is a fault. A key with `/` is for that parent only.
 */
const CHILDREN: Record<string, string> = structure.children;

const ATTRIBUTES: Record<string, string> = structure.attributes;

const XML_NAMESPACES: Record<string, Record<string, string>> = structure.namespaces;

/** Elements whose presence has a fault name of its own, because each was a real trap. */
const TRAPS: Record<string, FaultName> = { EquivalentAddins: "equivalent-addins", MetaData: "metadata-spelling" };

/** Faults of nesting, order, number and attributes, in `element` and below. */
export function structureFaults(element: Element): Fault[] {
  return [...contentFaults(element), ...attributeFaults(element), ...element.children.flatMap(structureFaults)];
}

function contentFaults(element: Element): Fault[] {
  const slots = (rule(CHILDREN, element) ?? "").split(" ").filter(Boolean).map(slot);
  const counts = slots.map(() => 0);
  const faults: Fault[] = [];
  let last = 0;
  for (const child of element.children) {
    const index = slots.findIndex(({ names }) => names.includes(label(child)));
    if (index < 0) {
      faults.push(faultOf(TRAPS[child.name] ?? "unknown-element", `${path(element)} may not hold ${label(child)}`));
      continue;
    }
    if (index < last)
      faults.push(faultOf("element-order", `${path(child)} must stand before ${slots[last]?.names.join(" or ")}`));
    last = Math.max(last, index);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  slots.forEach(({ names, min, max }, index) => {
    const count = counts[index] ?? 0;
    const name = names.join(" or ");
    if (count < min) faults.push({ name: "missing-element", message: `${path(element)} lacks ${name}` });
    if (count > max)
      faults.push({ name: "repeated-element", message: `${path(element)} holds ${name} ${count} times` });
  });
  return faults;
}

function slot(text: string): { names: string[]; min: number; max: number } {
  const names = text.replace(/[?+*]$/, "").split("|");
  return { names, min: /[?*]$/.test(text) ? 0 : 1, max: /[+*]$/.test(text) ? Infinity : 1 };
}

function attributeFaults(element: Element): Fault[] {
  const required = (rule(ATTRIBUTES, element) ?? "").split(" ").filter(Boolean);
  const missing = required.filter((name) => !element.attributes[name]);
  const namespaces = Object.entries(XML_NAMESPACES[element.name] ?? {}).filter(
    ([name, value]) => element.attributes[name] !== value,
  );
  return [
    ...missing.map((name) => faultOf("missing-attribute", `${path(element)} lacks the attribute ${name}`)),
    ...namespaces.map(([name, value]) => faultOf("xml-namespace", `${path(element)}: ${name} must be ${value}`)),
  ];
}

/** The table's line for an element: the one for its parent and grandparent first, then the general one. */
function rule(table: Record<string, string>, element: Element): string | undefined {
  const own = label(element);
  const parent = element.parent?.name ?? "";
  const grandparent = element.parent?.parent?.name ?? "";
  return table[`${grandparent}/${parent}/${own}`] ?? table[`${parent}/${own}`] ?? table[own];
}
