/** Light, dark and high contrast: the pane follows what the browser says, the page around it what its address says. */
import { roomForAll } from "../desk";
import { closeAfterEach } from "../held";

const room = roomForAll();
const keep = closeAfterEach();

/** Mean of red, green and blue of a colour, 0 to 255. */
const brightness = (colour: string): number =>
  (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;

test.each([
  { theme: "light", colorScheme: "light", forcedColors: "none" },
  { theme: "dark", colorScheme: "dark", forcedColors: "none" },
  { theme: "contrast", colorScheme: "dark", forcedColors: "active" },
] as const)(
  "$theme: grid, strip and pane are of one brightness, and everything works",
  async ({ theme, colorScheme, forcedColors }) => {
    const desk = keep(await room().open(`theme=${theme}`, { colorScheme, forcedColors }));
    await desk.holds("C5", [[67330000000]]);
    const strip = await desk.page.locator("#ribbon").evaluate((element) => getComputedStyle(element).backgroundColor);
    const pane = await desk.pane().evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect([strip, pane].map((colour) => brightness(colour) < 128)).toEqual([theme !== "light", theme !== "light"]);
    await desk.pane().locator("#control[placeholder]").fill("copper imports");
    await desk.pane().locator(".series-row").first().click();
    await desk.pane().locator(".insert-panel").waitFor();
    await desk.hover("C9");
    await desk.page.getByText(/confidential/).waitFor();
    await desk.screenshot(`full-theme-${theme}`);
    expect(desk.problems).toEqual([]);
  },
);
