/** Says what is wrong with a value, each fault with its place; nothing when it is right. */
export type Check = (value: unknown, at: string) => string[];

/** A property of an object: its check, and whether it may be left out. */
export interface Property {
  readonly check: Check;
  readonly isOptional: boolean;
}

type Properties = Readonly<Record<string, Property>>;

export const required = (check: Check): Property => ({ check, isOptional: false });
export const optional = (check: Check): Property => ({ check, isOptional: true });

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Anything: what it is has been looked at already. */
export const anything: Check = () => [];

/** One of some values. */
export function oneOf(values: readonly unknown[]): Check {
  return (value, at) =>
    values.includes(value) ? [] : [`${at}: ${JSON.stringify(value)} is none of ${values.map(String).join(", ")}`];
}

/** A list with at least one element. */
export function listOf(check: Check): Check {
  return (value, at) =>
    Array.isArray(value) && value.length > 0
      ? value.flatMap((element, i) => check(element, `${at}[${i}]`))
      : [`${at}: a list belongs here`];
}

/** An object with these properties and no others. */
export function keys(properties: Properties): Check {
  return (value, at) => {
    if (!isObject(value)) return [`${at}: an object belongs here`];
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
    return [
      ...unknown.map((name) => `${placeOf(at, name)}: has no meaning here`),
      ...Object.entries(properties).flatMap(([name, { check, isOptional }]) => {
        if (value[name] !== undefined) return check(value[name], placeOf(at, name));
        return isOptional ? [] : [`${placeOf(at, name)}: is missing`];
      }),
    ];
  };
}

/** An object used as a table: a check for its names, one for its values. */
export function each(name: Check, check: Check): Check {
  return (value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, entry]) => [...name(key, at), ...check(entry, placeOf(at, key))])
      : [`${at}: an object belongs here`];
}

/** A text whose placeholders are among some words. */
export function textWith(words: readonly string[]): Check {
  return (value, at) => {
    if (!isText(value) || value === "") return [`${at}: a text belongs here`];
    const used = [...value.matchAll(/\{([^}]*)\}/g)].map(([, word]) => word!);
    return used.filter((word) => !words.includes(word)).map((word) => `${at}: {${word}} stands for nothing here`);
  };
}

/** Picks the shape by the word that tells the kinds of an object apart. */
export function oneShape(name: string, shapes: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    const kind = isObject(value) ? value[name] : undefined;
    return isText(kind) && Object.hasOwn(shapes, kind)
      ? shapes[kind]!(value, at)
      : [`${placeOf(at, name)}: ${JSON.stringify(kind)} is none of ${Object.keys(shapes).join(", ")}`];
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function placeOf(at: string, name: string): string {
  return at ? `${at}.${name}` : name;
}
