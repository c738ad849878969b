/** Every view of the pane × light, dark and forced colours × English and Chinese × three widths. */
import { eventually } from "../eventually";
import { paneForAll } from "../harness";
import { faultsOf, LANGUAGES, LOOKS, put, VIEWS, WIDTHS, type Look } from "../views";

const opened = paneForAll();

const CONDITIONS = (Object.keys(LOOKS) as Look[]).flatMap((look) =>
  LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ look, language, width }))),
);

describe.each(CONDITIONS)("$look, $language, $width px", (condition) => {
  beforeAll(() => put(opened(), condition));

  test.each(Object.entries(VIEWS))(
    "%s: axe finds nothing, nothing is cut off, everything can be hit",
    async (name, open) => {
      await open(opened());
      // A control that was just switched on fades into its colours.
      await eventually(() => faultsOf(opened()), []);
      await opened().screenshot(
        `view-${name.replaceAll(/\W+/g, "-")}-${condition.look}-${condition.language}-${condition.width}`,
      );
    },
  );
});

test("nothing was reported as an error", () => {
  expect(opened().problems).toEqual([]);
});
