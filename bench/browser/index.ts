import { resolve } from "node:path";
import type { Dataset } from "../../src/dataset/dataset";
import { sideBySide, type Line } from "../measure";
import { callLinesOf } from "./calls";
import { bareAddin, benchPage, type BenchPage } from "./pages";

/** Of a person's wait for the first formula: at most so many times that of what it is held against. One wait differs from the next by a third. */
const MOST = { rounds: 31, bound: 1.25 };

/** The first formula, beside a page that has nothing but office.js, and beside the build of another checkout. */
export async function startLines(other: string | undefined): Promise<Line[]> {
  const folders: [string, string][] = [["bare office.js", bareAddin()]];
  if (other !== undefined) folders.push(["the version there", resolve(other, "dist")]);
  return withPage(undefined, async (ours) => {
    const lines: Line[] = [];
    for (const [name, folder] of folders)
      lines.push(
        await withPage(folder, (page) =>
          sideBySide(
            "page to first formula",
            { name, run: () => page.firstFormula() },
            { name: "ours", run: () => ours.firstFormula() },
            MOST,
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
