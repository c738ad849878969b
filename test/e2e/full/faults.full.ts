/** Trouble between Excel and the add-in: nobody is left without an answer, and nothing half-done stays unsaid. */
import { roomForAll, type Desk } from "../desk";
import { closeAfterEach } from "../held";
import { openTab } from "../open-tab";

const room = roomForAll();
const keep = closeAfterEach();
let desk: Desk;

const COPPER = '=METALS.IMPORTS("copper",2024)';

async function openSeries(words: string): Promise<void> {
  await desk.pane().getByRole("textbox", { name: "Search series" }).fill(words);
  await desk.pane().locator(".series-row").first().click();
  await desk.pane().locator(".insert-panel").waitFor();
}

/** Inserts into a cell, once the pane has seen that it is selected. */
async function insertInto(cell: string): Promise<void> {
  await aimAt(cell);
  await desk.pane().locator(".insert-primary:not([disabled])").click();
}

/** Selects a cell and waits until the pane has seen it. */
async function aimAt(cell: string): Promise<void> {
  await desk.click(cell);
  await desk.pane().locator(".insert-panel").filter({ hasText: cell }).waitFor();
}

test("a slow host: formulas and inserting take their time and come to the same", async () => {
  desk = keep(await room().open("slow=400"));
  await desk.holds("C5:C6", [[67330000000], [67.33]]);
  await openSeries("copper imports");
  await insertInto("A20");
  await desk.holds("A20", [[67330000000]]);
});

test("a lost reply while inserting: formulas still answer, and the pane can still be used", async () => {
  desk = keep(await room().open());
  await openSeries("copper imports");
  await aimAt("A20");
  await desk.host.setFaults({ lostReplies: 1 });
  await desk.pane().locator(".insert-primary:not([disabled])").click();
  await desk.type("A22", COPPER);
  await desk.holds("A22", [[67330000000]]);
  await openSeries("magnets");
});

test("a lost reply while the workbook is checked: who cancels is told, and the next check works", async () => {
  desk = keep(await room().open());
  await desk.holds("C5", [[67330000000]]);
  // The pane is built after the formulas are answered.
  await desk.pane().locator("#tab-audit").waitFor({ state: "attached" });
  await desk.host.setFaults({ lostReplies: 1 });
  await openTab(desk.pane(), "audit");
  const shown = (selector: string) => desk.pane().locator(`.panel:not([hidden]) ${selector}`);
  await shown(".running .link-button").click();
  await shown(".notice-text").filter({ hasText: "Excel does not answer" }).waitFor();
  await shown(".audit-buttons fluent-button").first().click();
  await shown(".audit-row").first().waitFor();
});

test.each(["Range.formulas", "Range.numberFormat", "Worksheet.getRangeByIndexes"])(
  "an error at %s in the middle of inserting is told in the pane, writes nothing, and the next try works",
  async (member) => {
    desk = keep(await room().open());
    await openSeries("copper imports");
    await aimAt("A20");
    await desk.host.setFaults({ failingMember: member });
    await desk.pane().locator(".insert-primary:not([disabled])").click();
    await desk
      .pane()
      .locator(".insert-panel .notice[data-tone=error]")
      .filter({ hasText: /^Excel could not do it: / })
      .waitFor();
    await desk.screenshot(`full-fault-${member}`);
    await desk.holds("A20", [[""]]);
    await insertInto("A24");
    await desk.holds("A24", [[67330000000]]);
  },
);

test("an add-in that loads after the formulas: #NAME? until a formula is entered again", async () => {
  desk = keep(await room().open("late=3000"));
  await desk.holds("C5:C6", [["#NAME?"], ["#NAME?"]]);
  await desk.screenshot("full-fault-late");
  await desk.click("C5");
  await desk.key("F2");
  await desk.key("Enter");
  await desk.holds("C5:C6", [[67330000000], ["#NAME?"]]);
});

test("the lowest Excel the manifest allows: everything the pane needs is there", async () => {
  desk = keep(await room().open("ExcelApi=1.9&locale=de-DE"));
  await desk.holds("C5", [[67330000000]]);
  await openSeries("copper imports");
  await insertInto("A20");
  await desk.holds("A20", [[67330000000]]);
  expect((await desk.host.log()).apiNotFound).toEqual([]);
});

test.each(["1.5", "1.7"])(
  "a runtime with the internal set CustomFunctions %s hands results over in another shape",
  async (version) => {
    desk = keep(await room().open(`CustomFunctions=${version}`));
    await desk.holds("C5:C6", [[67330000000], [67.33]]);
    await desk.holds("C9", [["#N/A"]]);
    await desk.hover("C9");
    await desk.page.getByText(/confidential/).waitFor();
  },
);

test("the runtime ends while cells wait for it: the next one answers them", async () => {
  desk = keep(await room().open());
  await desk.host.setFaults({ delay: 2000 });
  await desk.type("A20", COPPER);
  await desk.press("Restart add-in");
  await desk.host.setFaults({ delay: 0 });
  await desk.holds("A20", [[67330000000]]);
});
