/** The sample workbooks open in LibreOffice, and show there what they show in Excel. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleOf } from "../../../tools/samples/sample";
import { workbookOf } from "../../../tools/samples/xlsx";
import { createSession } from "../../../src/functions/languages";
import { recipesOf } from "../../../src/tables";
import { seeds } from "../../fixtures/seeds";
import { converted, withLibreOffice } from "../libreoffice";

withLibreOffice("every sample opens, with its title, header and sources", () => {
  const dataset = seeds();
  const session = createSession(dataset, { addinVersion: "0", standing: { release: dataset.release } });
  const folder = mkdtempSync(join(tmpdir(), "orebook-samples-"));
  try {
    const samples = recipesOf(dataset).map((recipe) => ({ id: recipe.id, sample: sampleOf(recipe, session) }));
    for (const { id, sample } of samples) writeFileSync(join(folder, `${id}.xlsx`), workbookOf(sample));
    converted(
      samples.map(({ id }) => join(folder, `${id}.xlsx`)),
      "csv:Text - txt - csv (StarCalc):44,34,76",
      folder,
    );
    for (const { id, sample } of samples) {
      const shown = readFileSync(join(folder, `${id}.csv`), "utf8");
      expect({ id, title: shown.includes(sample.title) }).toEqual({ id, title: true });
      const texts = sample.rows
        .flat()
        .flatMap(({ value, formula }) => (typeof value === "string" && !formula ? [value] : []));
      const missing = texts.filter((text) => !shown.includes(text.replaceAll('"', '""')));
      expect({ id, missing }).toEqual({ id, missing: [] });
      // A formula that it does not know keeps the value that the file has, unless that is an error.
      const errors = sample.rows.flat().filter(({ value, formula }) => formula && typeof value === "object").length;
      expect({ id, unknown: shown.split("#NAME?").length - 1 }).toEqual({ id, unknown: errors });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".csv"))).toHaveLength(samples.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
