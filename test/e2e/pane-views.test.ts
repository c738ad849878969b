/** Every view of the pane once, each under another of the conditions that `npm run test:full` tries them all in. */
import { eventually } from "./eventually";
import { paneForAll } from "./harness";
import { faultsOf, LANGUAGES, put, unseenFocus, VIEWS, WIDTHS, type Condition, type Look } from "./views";

const opened = paneForAll();

const LOOK_OF: readonly Look[] = ["light", "dark", "contrast"];

/** Neighbouring views differ in everything. */
const conditionOf = (i: number): Condition => ({
  look: LOOK_OF[i % 3]!,
  language: LANGUAGES[i % 2]!,
  width: WIDTHS[(i + Math.floor(i / 3)) % WIDTHS.length]!,
});

const CASES = Object.entries(VIEWS).map(([name, open], i) => ({ name, open, condition: conditionOf(i) }));

test.each(CASES)(
  "$name ($condition.look, $condition.language, $condition.width px): axe finds nothing, nothing is cut off, everything can be hit",
  async ({ open, condition }) => {
    await put(opened(), condition);
    await open(opened());
    // A control that was just switched on fades into its colours.
    await eventually(() => faultsOf(opened()), []);
  },
);

test("wherever Tab leads, the focus is seen", async () => {
  await put(opened(), { look: "light", language: "en", width: 320 });
  for (const [name, open] of Object.entries(VIEWS)) {
    await open(opened());
    expect([name, await unseenFocus(opened(), 6)]).toEqual([name, []]);
  }
});

test("neither page reported an error", () => {
  expect(opened().problems).toEqual([]);
});
