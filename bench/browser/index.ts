import { resolve } from "node:path";
import type { Dataset } from "../../src/dataset/dataset";
import { sideBySide, type Line } from "../measure";
import { callLinesOf } from "./calls";
import { bareAddin, benchPage, type BenchPage } from "./pages";

/** One wait for the first formula differs from the next by a third. */
const ROUNDS = 31;
/** It may be so many times that of a page which has nothing but office.js. */
const MOST = 1.25;

/**
 * The first formula, beside a page that has nothing but office.js, one that fetches and reads the same data besides, and the
 * build of another checkout.
 */
export async function startLines(other: string | undefined): Promise<Line[]> {
  const folders: [name: string, folder: string, bound?: number][] = [
    ["bare office.js", bareAddin(), MOST],
    ["office.js and data", bareAddin({ as: "figure", behindData: true })],
  ];
  if (other !== undefined) folders.push(["the version there", resolve(other, "dist"), MOST]);
  return withPage(undefined, async (ours) => {
    const lines: Line[] = [];
    for (const [name, folder, bound] of folders)
      lines.push(
        await withPage(folder, (page) =>
          sideBySide(
            "page to first formula",
            { name, run: () => page.firstFormula() },
            { name: "ours", run: () => ours.firstFormula() },
            { rounds: ROUNDS, ...(bound !== undefined && { bound }) },
          ),
        ),
      );
    return lines;
  });
}

/** What our own code adds to a call. */
export async function callLines(dataset: Dataset): Promise<Line[]> {
  const pages: BenchPage[] = [];
  const open = async (folder?: string): Promise<BenchPage> => {
    const page = await benchPage(folder);
    pages.push(page);
    return page;
  };
  try {
    return await callLinesOf(await open(), (answer) => open(bareAddin(answer)), dataset);
  } finally {
    for (const page of pages) await page.close();
  }
}

async function withPage<T>(folder: string | undefined, use: (page: BenchPage) => Promise<T>): Promise<T> {
  const page = await benchPage(folder);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}
