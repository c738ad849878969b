/** A workbook as a file: saved from the workbench and opened there, with the buttons of its strip. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { eventually } from "./eventually";

/** Saves the workbook; gives the file. */
export async function savedFile(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Save")]);
  return readFileSync(await download.path());
}

/** Opens a file, and waits until the workbook with this sheet is there. The add-in may still be starting. */
export async function openFile(page: Page, file: Buffer, sheet: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "Open…")]);
  await chooser.setFiles({ name: "Book1.json", mimeType: "application/json", buffer: file });
  await eventually(() => page.evaluate((name) => window.orebookHost.workbook.sheets.named(name)?.name, sheet), sheet);
}

/** Loads the page again, which forgets its workbook; waits until the add-in may be called. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.orebookHost?.isReady());
}

async function press(page: Page, button: string): Promise<void> {
  await page.evaluate(() => window.orebookGrid!.settled());
  await page.locator("#ribbon").getByRole("button", { name: button, exact: true }).click();
}
