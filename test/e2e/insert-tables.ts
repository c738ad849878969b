/** Inserts prebuilt tables as a person does, each on a sheet of its own, and looks whether all of it can be read. */
import { cutTexts } from "./cut-texts";
import { newSheet, type Desk } from "./desk";

/** What is cut in tables of values; `chosen`: which of the gallery. */
export async function cutInTables(desk: Desk, chosen: (index: number) => boolean): Promise<string[]> {
  const at = (selector: string) => desk.pane().locator(`#panel-tables ${selector}`);
  const cut: string[] = [];
  await desk.pane().locator("#tab-tables").click();
  await at(".gallery-row").first().waitFor();
  const names = await at(".gallery-row .gallery-name").allTextContents();
  for (const [i, name] of names.entries()) {
    if (!chosen(i)) continue;
    await newSheet(desk, `Table ${i}`);
    if ((await at(".gallery-row").count()) === 0) await at(".back-button").click();
    await at(".gallery-row").nth(i).click();
    await at('.segment:has([value="values"])').click();
    await at(".notice-text")
      .filter({ hasText: `Table ${i}` })
      .waitFor();
    await at(".insert-primary:not([disabled])").click();
    await at('.notice[data-tone="success"] .notice-text').waitFor();
    const place = (await at(".notice-text").textContent())!;
    const found = await cutTexts(desk, /!([A-Z]+\d+:[A-Z]+\d+)/.exec(place)![1]!);
    cut.push(...found.map((one) => `${name}: ${one}`));
  }
  return cut;
}
