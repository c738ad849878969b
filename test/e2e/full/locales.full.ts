/** The add-in in an Excel of another language. */
import { deskForAll, roomForAll } from "../desk";
import { eventually } from "../eventually";

const room = roomForAll();

const LANGUAGES = [
  {
    locale: "en-US",
    placeholder: /Search/,
    error: /confidential/,
    typed: '=METALS.IMPORTS("copper",2024,,,"USD bn")*1.5',
  },
  {
    locale: "de-DE",
    placeholder: /Search/,
    error: /confidential/,
    typed: '=METALS.IMPORTS("copper";2024;;;"USD bn")*1,5',
  },
  {
    locale: "zh-CN",
    placeholder: /搜索/,
    error: /[\u4e00-\u9fff]{4}/,
    typed: '=METALS.IMPORTS("铜",2024,,,"USD bn")*1.5',
  },
];

describe.each(LANGUAGES)("$locale", ({ locale, placeholder, error, typed }) => {
  const desk = deskForAll(room, `locale=${locale}`);

  test("the pane speaks the display language", async () => {
    expect(
      await desk()
        .pane()
        .evaluate(() => Office.context.displayLanguage),
    ).toBe(locale);
    expect(await desk().pane().locator("#control[placeholder]").getAttribute("placeholder")).toMatch(placeholder);
    await desk().screenshot(`full-locale-${locale}`);
  });

  test("figures are the same, and an error is explained in the display language", async () => {
    await desk().holds("C5:C8", [[67330000000], [67.33], [expect.any(String)], [270000]]);
    await desk().hover("C9");
    await desk().page.locator(".univer-shadow").filter({ hasText: error }).first().waitFor();
  });

  test("a formula is typed in the local notation and kept in the English one", async () => {
    await desk().type("A20", typed);
    await desk().holds("A20", [[67.33 * 1.5]]);
    expect((await desk().host.read("A20")).formulas[0]![0]).toMatch(
      /^=METALS\.IMPORTS\("[^"]+",2024,,,"USD bn"\)\*1\.5$/,
    );
  });

  test("the formula that the pane copies can be pasted into a cell", async () => {
    const pane = desk().pane();
    await desk().click("A22");
    await pane.locator("#control[placeholder]").fill("copper imports");
    await pane.locator(".series-row").first().click();
    await pane.locator(".insert-panel .preview fluent-button").click();
    await eventually(
      () => desk().page.evaluate(() => navigator.clipboard.readText()),
      expect.stringMatching(/^=METALS\.IMPORTS/),
    );
    await desk().click("A22");
    await desk().key("Control+v");
    await desk().holds("A22", [[67330000000]]);
  });

  test("the pane inserts a formula that answers", async () => {
    // What the grid offers after pasting lies over the cell.
    await desk().host.select("A24");
    await desk().pane().locator(".insert-panel").filter({ hasText: "A24" }).waitFor();
    await desk().pane().locator(".insert-primary:not([disabled])").click();
    await desk().holds("A24", [[67330000000]]);
    expect((await desk().host.log()).errors).toEqual([]);
    expect(desk().problems).toEqual([]);
  });
});
