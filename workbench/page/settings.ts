/** What the address of the page asks for. Everything has a default; `README.md` lists the parameters. */
import { REQUIREMENT_SETS, type RequirementSets } from "../host/app-context";
import { noFaults } from "../host/faults";
import { ENGLISH, HOST_LOCALES } from "../host/host-locale";

const THEMES = ["light", "dark", "contrast"] as const;

const PANE_WIDTH = 350;

/** @throws Error that names the parameter that is wrong. */
export function readSettings(address: string, defaultAddin?: string) {
  const { searchParams: given, href } = new URL(address);
  const addin = given.get("addin") ?? defaultAddin;
  if (!addin) throw new Error("The address of this page needs ?addin=");
  const page = new URL(addin, href);
  return {
    /** The add-in's page. */
    addin: page,
    /** Its functions.json. */
    functions: new URL(given.get("functions") ?? "functions.json", page),
    locale: oneOf("locale", given, HOST_LOCALES, ({ name }) => name) ?? ENGLISH,
    theme: oneOf("theme", given, THEMES, String) ?? "light",
    /** Sets claimed in another version than usual. */
    requirementSets: versions(given),
    /** Features of the custom functions runtime: 2 hands results over every 200 ms instead of every 500. */
    enabledFeatures: (given.get("features") ?? "").split(",").filter(Boolean).map(Number),
    /** Of the pane, in pixels. */
    paneWidth: count("paneWidth", given) ?? PANE_WIDTH,
    faults: {
      ...noFaults(),
      delay: count("slow", given) ?? 0,
      lostReplies: count("lost", given) ?? 0,
      failingMember: given.get("fails"),
      isGrouped: given.get("grouped") === "1",
    },
    /** Which year the workbook's dates count from, as Excel is told to say. */
    dates: oneOf("dates", given, [1900, 1904] as const, String) ?? 1900,
    /** Milliseconds after which the add-in is loaded, when the formulas are there already and show `#NAME?`; null for at once. */
    late: count("late", given),
  };
}

export type PageSettings = ReturnType<typeof readSettings>;

function oneOf<T>(
  parameter: string,
  given: URLSearchParams,
  all: readonly T[],
  name: (one: T) => string,
): T | undefined {
  const wanted = given.get(parameter);
  const found = all.find((one) => name(one) === wanted);
  if (wanted !== null && found === undefined)
    throw new Error(`?${parameter}=${wanted} is none of ${all.map(name).join(", ")}`);
  return found;
}

function count(parameter: string, given: URLSearchParams): number | null {
  const text = given.get(parameter);
  if (text !== null && !/^\d+$/.test(text)) throw new Error(`?${parameter}=${text} is no whole number`);
  return text === null ? null : Number(text);
}

/** `?ExcelApi=1.9` and the like. */
function versions(given: URLSearchParams): RequirementSets {
  const wanted = Object.keys(REQUIREMENT_SETS).flatMap((set) =>
    given.has(set) ? [[set, given.get(set)!] as const] : [],
  );
  for (const [set, version] of wanted)
    if (!/^\d+\.\d+$/.test(version)) throw new Error(`?${set}=${version} is no version`);
  return Object.fromEntries(wanted);
}
