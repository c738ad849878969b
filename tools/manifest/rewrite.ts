/** The address in manifest.xml as it is in the repository. */
export const LOCAL_BASE = "https://localhost:3000";

const NAMESPACE_RESID = "Functions.Namespace";
const NAMESPACE_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * Reads the name of a namespace.
 * @throws Error when it is not letters, digits and underscores with a letter first.
 */
export function readNamespace(name: string): string {
  if (!NAMESPACE_NAME.test(name))
    throw new Error(`"${name}" cannot be a namespace: letters, digits and underscores, a letter first`);
  return name;
}

/** functions.json, as far as the rewriting looks into it. */
export interface FunctionsMetadata {
  functions: { id: string; name: string; helpUrl?: string }[];
}

/**
 * Reads a base address: https, a path is allowed, no query, no fragment, no user name.
 * @returns the address without a slash at its end.
 * @throws Error that says what is wrong with it.
 */
export function readBase(address: string): string {
  const refuse = (why: string): never => {
    throw new Error(`${address} cannot be the address of the add-in: ${why}`);
  };
  if (!URL.canParse(address)) return refuse("it is not a web address such as https://example.org/orebook");
  const url = new URL(address);
  if (url.protocol !== "https:") refuse("Office loads add-ins over https only");
  if (url.search || address.includes("?")) refuse("it may not have a query");
  if (url.hash || address.includes("#")) refuse("it may not have a fragment");
  if (url.username || url.password) refuse("it may not carry a user name or password");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** The manifest for another base address (as `readBase` gives it): every address and the AppDomain. */
export function rebase(manifest: string, base: string): string {
  const origin = new URL(base).origin;
  return manifest
    .replaceAll(`<AppDomain>${LOCAL_BASE}</AppDomain>`, () => `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(`"${LOCAL_BASE}/`, () => `"${base.replaceAll("&", "&amp;")}/`);
}

/** functions.json for another base address: the help pages move with the add-in. */
export function rebaseFunctions<T extends FunctionsMetadata>(metadata: T, base: string): T {
  const move = (url: string): string => (url.startsWith(`${LOCAL_BASE}/`) ? base + url.slice(LOCAL_BASE.length) : url);
  const functions = metadata.functions.map((entry) =>
    entry.helpUrl === undefined ? entry : { ...entry, helpUrl: move(entry.helpUrl) },
  );
  return { ...metadata, functions };
}

/**
 * The manifest of the fallback for an Excel that insists on a namespace: functions become `METALS.REE.QUOTA`.
 * @throws Error when the namespace is not a name, or the manifest is not of the expected shape.
 */
export function addNamespace(manifest: string, namespace: string): string {
  const element = insertAt(manifest, "</Metadata>", "after", `<Namespace resid="${NAMESPACE_RESID}"/>`);
  return insertAt(
    element,
    "</bt:ShortStrings>",
    "before",
    `<bt:String id="${NAMESPACE_RESID}" DefaultValue="${readNamespace(namespace)}"/>`,
  );
}

function insertAt(text: string, mark: string, side: "before" | "after", inserted: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the manifest has no ${mark}`);
  const split = side === "after" ? at + mark.length : at;
  return text.slice(0, split) + inserted + text.slice(split);
}

/**
 * functions.json of the namespaced fallback: Excel puts `namespace.` before every name, so names lose it here
 * (`METALS.IMPORTS` → `IMPORTS`) and others are reached below it (`REE.QUOTA` → `METALS.REE.QUOTA`). Ids stay.
 * @throws Error when no function has the namespace as its prefix, or two would get one name.
 */
export function namespaceFunctions<T extends FunctionsMetadata>(metadata: T, namespace: string): T {
  const prefix = `${namespace}.`;
  const functions = metadata.functions.map((entry) => ({
    ...entry,
    name: entry.name.startsWith(prefix) ? entry.name.slice(prefix.length) : entry.name,
  }));
  const names = functions.map(({ name }) => name);
  if (functions.every(({ name }, index) => name === metadata.functions[index]?.name))
    throw new Error(`no function's name begins with ${prefix}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two functions would be called ${prefix}${twice}`);
  return { ...metadata, functions };
}
