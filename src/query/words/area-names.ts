import { letters } from "./normalise";

/** Words that statistics offices shorten, each with the form that stands for all of its spellings. */
const SHORTENED = new Map(
  Object.entries({
    afr: "african",
    br: "british",
    brit: "british",
    dem: "democratic",
    dr: "democratic",
    eq: "equatorial",
    fed: "fed",
    federal: "fed",
    federated: "fed",
    federation: "fed",
    fr: "french",
    is: "island",
    isds: "island",
    isl: "island",
    islands: "island",
    isls: "island",
    neth: "netherlands",
    ocn: "ocean",
    people: "peoples",
    ppl: "peoples",
    princ: "principality",
    prov: "province",
    rep: "republic",
    repub: "republic",
    st: "saint",
    ste: "saint",
    states: "state",
    sts: "state",
    terr: "territory",
    territories: "territory",
    utd: "united",
  }),
);

/** Words that tell no area from another. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(["and", "of", "the"]);

/** No name has more words. */
const MOST_WORDS = 16;

/**
 * What a name says, however it is turned and shortened: `Korea, Rep. of`, `Rep. of Korea` and
 * `Korea (the Republic of)` are one. Every word counts, so that the two Koreas and the two Congos stay apart.
 * Undefined for what is too long or says nothing.
 */
export function nameKey(name: string): string | undefined {
  const words = letters(name)
    .replace(/['’‘`]/g, "")
    .split(/[^\p{L}\p{N}]+/u, MOST_WORDS + 1)
    .filter((word) => word !== "");
  if (words.length > MOST_WORDS) return undefined;
  const telling = words.map((word) => SHORTENED.get(word) ?? word).filter((word) => !TELLS_NOTHING.has(word));
  return telling.length > 0 ? telling.sort().join(" ") : undefined;
}
