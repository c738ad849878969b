import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "../browser";

const ASSETS = join(__dirname, "..", "..", "assets");

/** Buttons of the ribbon; Office asks for three sizes of each. */
const BUTTONS = ["refresh", "table", "sources", "cell", "share", "repair", "help"];
const BUTTON_SIZES = [16, 32, 80];

/** Drawings in `assets/` and what is made of them: `<name>-<size>.png`. The small product icon has fewer facets, edges on the pixel grid. */
const DRAWINGS: readonly { readonly drawing: string; readonly name: string; readonly sizes: readonly number[] }[] = [
  { drawing: "icon-small.svg", name: "icon", sizes: [16] },
  { drawing: "icon.svg", name: "icon", sizes: [32, 64, 80, 128] },
  ...BUTTONS.map((button) => ({ drawing: `button-${button}.svg`, name: `button-${button}`, sizes: BUTTON_SIZES })),
];

/** Draws the PNGs in `assets/` from the SVG drawings. The PNGs are committed; run this after changing a drawing. */
async function main(): Promise<void> {
  const browser = await launch();
  try {
    for (const { drawing, name, sizes } of DRAWINGS) {
      const svg = readFileSync(join(ASSETS, drawing), "utf8");
      for (const size of sizes) {
        writeFileSync(join(ASSETS, `${name}-${size}.png`), await render(browser, svg, size));
        console.log(`assets/${name}-${size}.png from ${drawing}`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function render(browser: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html, body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

void main();
