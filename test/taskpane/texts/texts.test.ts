import { viewAt } from "../../../src/dataset/view";
import { createSearch } from "../../../src/query/search/search";
import { nearestSearches } from "../../../src/taskpane/find/find-view";
import { seeds, sessionOf } from "../../fixtures/seeds";
import { speech } from "../context";

const LANGUAGES = ["en", "zh"] as const;
const textsOf = (language: (typeof LANGUAGES)[number]) => speech(language).texts;

/** Every text of a language by its path; functions are called with words that show. */
function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  // What is said of functions, and what they answer, have tests of their own: `functions/locales` and `functions/messages`.
  if ([".functions", ".messages"].includes(path)) return [];
  if (typeof value === "function") return [[path, String((value as (...args: unknown[]) => string)("A", "B", "C"))]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test.each(LANGUAGES)("no text is empty in %s", (language) => {
  expect(leaves(textsOf(language)).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("Chinese texts are Chinese", () => {
  const untranslated = leaves(textsOf("zh")).filter(([, text]) => !/\p{Script=Han}/u.test(text));
  // The offer of the other language is made in that language.
  expect(untranslated.map(([path]) => path).filter((path) => !path.startsWith(".otherLanguage."))).toEqual([
    ".comma",
    ".find.quoted",
    ".facets.counted",
    ".series.hs",
    ".insert.gives",
  ]);
});

test.each(LANGUAGES)("every search offered at the start finds a series with figures first, in %s", (language) => {
  const search = createSearch(seeds());
  const first = textsOf(language).find.starts.map((text) => search.search(text, 1)[0]?.series);
  expect(first.every((series) => series !== undefined && viewAt(seeds()).periods(series).length > 0)).toBe(true);
});

test("the same searches are offered in both languages", () => {
  const search = createSearch(seeds());
  const [english, chinese] = LANGUAGES.map((language) =>
    textsOf(language).find.starts.map((text) => search.search(text, 1)[0]?.series.id.split(".").slice(0, 2).join(".")),
  );
  expect(english).toEqual(chinese);
});

test("what found nothing is answered with the nearest words, in the pane's language", () => {
  expect(nearestSearches(sessionOf(), "zzcopper", "en")).toContain("Copper");
  expect(nearestSearches(sessionOf(), "zzcopper", "zh")).toContain("铜");
});
