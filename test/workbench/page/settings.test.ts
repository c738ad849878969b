import { readSettings } from "../../../workbench/page/settings";

const read = (query: string) =>
  readSettings(`https://localhost:3001/?${query}`, "https://localhost:3000/workbench/taskpane.html");

test("without parameters it is an ordinary English Excel with the add-in that is served", () => {
  const settings = read("");
  expect([settings.addin.href, settings.functions.href]).toEqual([
    "https://localhost:3000/workbench/taskpane.html",
    "https://localhost:3000/workbench/functions.json",
  ]);
  expect(settings).toMatchObject({
    locale: { name: "en-US" },
    theme: "light",
    requirementSets: {},
    enabledFeatures: [],
    paneWidth: 350,
    late: null,
    faults: { delay: 0, lostReplies: 0, failingMember: null },
  });
});

test("conditions and faults stand in the address", () => {
  expect(
    read(
      "ExcelApi=1.9&locale=de-DE&theme=dark&slow=500&lost=1&fails=Range.formulas&late=3000&features=2,4&paneWidth=320",
    ),
  ).toMatchObject({
    requirementSets: { ExcelApi: "1.9" },
    locale: { name: "de-DE", list: ";" },
    theme: "dark",
    enabledFeatures: [2, 4],
    paneWidth: 320,
    late: 3000,
    faults: { delay: 500, lostReplies: 1, failingMember: "Range.formulas" },
  });
});

test("another add-in may be named, with its functions beside it", () => {
  const { addin, functions } = read("addin=https://localhost:9/toy.html");
  expect([addin.href, functions.href]).toEqual(["https://localhost:9/toy.html", "https://localhost:9/functions.json"]);
});

test.each(["locale=fr-FR", "theme=sepia", "slow=quickly", "ExcelApi=newest"])("%s is refused by name", (query) => {
  expect(() => read(query)).toThrow(query);
});

test("a page without an add-in says what is missing", () => {
  expect(() => readSettings("https://localhost:3001/")).toThrow("?addin=");
});
