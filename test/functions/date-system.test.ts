/** A workbook that counts its dates from 1904 gives what one of 1900 gives, in every place that takes a date. */
import { createCaller, FunctionError, FUNCTIONS, type Session } from "../../src/functions";
import { sessionOf } from "../fixtures/seeds";

const BETWEEN = 1462;
const DAYS = [36_526, 43_831, 45_658, 45_809, 46_082, 46_096, 46_327];

function shown(session: Session, id: string, args: readonly unknown[]): unknown {
  try {
    return createCaller(session).call(id, args);
  } catch (error) {
    if (error instanceof FunctionError) return `${error.code} ${error.message}`;
    throw error;
  }
}

const words: Readonly<Record<string, unknown>> = {
  metal: "copper",
  item: "copper",
  items: "copper",
  element: "dysprosium",
  product: "magnets",
  indicator: "imports",
  name: "revenue",
  part: "Chile",
  stage: "mining",
  series_id: "imports.copper.chn.wld.value.customs.a",
};

/** Every place of every function that may hold a date. */
const places = FUNCTIONS.flatMap(({ id, parameters }) =>
  Object.keys(parameters)
    .filter((name) => /period|year|date|^from$|^to$|as_of|since/.test(name))
    .map((place) => ({ id, place, names: Object.keys(parameters) })),
);

const argumentsWith = (names: readonly string[], place: string, date: unknown): unknown[] =>
  names.map((name) => (name === place ? date : /period|year|^from$|^to$/.test(name) ? 2024 : (words[name] ?? null)));

test("there are such places", () => expect(places.length).toBeGreaterThan(40));

test.each(places)("$id: $place", ({ id, place, names }) => {
  const [by1900, by1904] = [sessionOf(), { ...sessionOf(), dateSystem: 1904 as const }];
  for (const day of DAYS) {
    const expected = shown(by1900, id, argumentsWith(names, place, day));
    expect(shown(by1904, id, argumentsWith(names, place, day - BETWEEN))).toEqual(expected);
    expect(shown(by1904, id, argumentsWith(names, place, String(day - BETWEEN)))).toEqual(
      shown(by1900, id, argumentsWith(names, place, String(day))),
    );
  }
  expect(shown(by1904, id, argumentsWith(names, place, 2024))).toEqual(
    shown(by1900, id, argumentsWith(names, place, 2024)),
  );
});

test.each([
  ["REE.EXPORTS", ["magnets", 46_082 - BETWEEN], 5238],
  ["REE.EXPORTS", ["magnets", 46_096 - BETWEEN], 5238],
  ["REE.CONTROLLED", ["dysprosium", 45_809 - BETWEEN], expect.stringContaining("licence required since 2025-04-04")],
  ["REE.CONTROLLED", ["gallium", 46_327 - BETWEEN], expect.stringContaining("licence required since 2023-08-01")],
])("%s(%j) in a workbook of 1904", (id, args, answer) => {
  expect(shown({ ...sessionOf(), dateSystem: 1904 }, id, args)).toEqual(answer);
});

test("a date is refused while nobody knows what it counts from; years and texts are not", () => {
  const session: Session = { ...sessionOf(), dateSystem: "unknown" };
  expect(shown(session, "REE.EXPORTS", ["magnets", 46_082])).toMatch(/^#N\/A period: .*1904/);
  expect(shown(session, "REE.EXPORTS", ["magnets", "2026-03"])).toBe(5238);
  expect(shown(session, "METALS.IMPORTS", ["copper", 2024])).toBe(67_330_000_000);
});
