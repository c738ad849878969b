import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "../browser";

const ASSETS = join(__dirname, "..", "..", "assets");

/** Small sizes have a drawing of their own: fewer facets, edges on the pixel grid. */
const DRAWINGS: Record<string, number[]> = { "icon-small.svg": [16], "icon.svg": [32, 64, 80, 128] };

/** Draws `assets/icon-<size>.png` from the SVG drawings. The PNGs are committed; run this after changing a drawing. */
async function main(): Promise<void> {
  const browser = await launch();
  try {
    for (const [drawing, sizes] of Object.entries(DRAWINGS)) {
      const svg = readFileSync(join(ASSETS, drawing), "utf8");
      for (const size of sizes) {
        writeFileSync(join(ASSETS, `icon-${size}.png`), await render(browser, svg, size));
        console.log(`assets/icon-${size}.png from ${drawing}`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function render(browser: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html, body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

void main();
