import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import type { Importer } from "../importer";
import { Mapping } from "../input/mapping";
import { Reading, ShapeFault } from "../reading";
import { FlowScan } from "./scan";
import { CHINA, Trade } from "./trade";

const GOODS = new Mapping(__dirname, "mapping.csv", ["edition", "code"], ["from", "until", "item"]);

/** As CEPII names the files of an edition: goods as of an edition of the HS, a year, a version. */
const NAME = /^BACI_(HS\d{2})_Y(\d{4})_V(\d{4})(\d{2})[a-z]?\.csv$/;

/** Codes have six digits. */
const CODES = 1_000_000;
const CHUNK = 1 << 20;

export const baci: Importer = {
  name: "baci",
  reads: "a year of CEPII BACI in one edition of the HS (BACI_HS17_Y2024_V202601.csv)",
  file: "observations/baci.csv",
  document: {
    title: "BACI: International Trade Database at the Product Level, HS17, V202601",
    creator: "CEPII",
    publisher: "CEPII",
    url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
    licence: "etalab-2.0",
  },
  async read(path, context) {
    const file = basename(path);
    const [, edition = "", year = "", ...version] = NAME.exec(file) ?? [];
    if (edition === "")
      throw new ShapeFault(file, "is not named as CEPII names its files, such as BACI_HS17_Y2024_V202601.csv");
    const reading = new Reading();
    reading.edition = version.join("-");
    const trade = new Trade(file.replace(/\.csv$/, ""), goodsOf(file, edition, year));
    const isOurs = trade.codes(CODES);
    const scan = new FlowScan(
      file,
      Number(year),
      (exporter, importer, code) => (exporter === CHINA || importer === CHINA) && isOurs[code] === 1,
      (flow) => trade.add(flow, reading),
    );
    const bytes = statSync(path).size;
    let done = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      scan.feed(chunk);
      done += chunk.length;
      context.progress(`${file}: ${Math.floor((100 * done) / bytes)} %, ${scan.line} lines`);
    }
    scan.end();
    context.progress("");
    trade.report(year, reading, context);
    return reading;
  },
};

/** The goods that are read in this edition and year: a series is in one edition for a span of years. */
function goodsOf(file: string, edition: string, year: string): ReadonlyMap<string, string> {
  const isOf = (from: string, until: string) => from <= year && (until === "" || year <= until);
  const goods = GOODS.entries.filter(
    (row) => row.get("edition") === edition && isOf(row.get("from"), row.get("until")),
  );
  if (goods.length > 0) return new Map(goods.map((row) => [row.get("code"), row.get("item")]));
  const editions = GOODS.entries
    .filter((row) => isOf(row.get("from"), row.get("until")))
    .map((row) => row.get("edition"));
  const known = [...new Set(editions)].join(" and ") || "none";
  throw new ShapeFault(file, `no series takes ${edition} for ${year}; the editions for that year are ${known}`);
}
