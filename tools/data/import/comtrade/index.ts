import { basename } from "node:path";
import { Decimal } from "../../../../src/dataset/decimal";
import { headingOf } from "../../../../src/query/words/spellings";
import type { Context, Importer } from "../importer";
import { Mapping } from "../input/mapping";
import { Reading } from "../reading";
import { readAnswer, type Flow } from "./answer";

const GOODS = new Mapping(__dirname, "mapping.csv", ["item"], ["codes"]);

/** Items that are made of goods of several codes, and those of one. */
const ITEMS = GOODS.entries.map((row) => ({ item: row.get("item"), codes: row.get("codes").split("|") }));
const DIRECTIONS: Readonly<Record<string, string>> = { M: "imports", X: "exports" };
const CHINA = "156";

export const comtrade: Importer = {
  name: "comtrade",
  reads: "an answer of the UN Comtrade API, as an organisation gets it with its own key (.json); needs --into",
  file: "observations/comtrade.csv",
  document: {
    title: "UN Comtrade: China's imports and exports, 2015, read on 1 December 2026",
    creator: "United Nations Statistics Division",
    publisher: "United Nations Statistics Division",
    url: "https://comtradeplus.un.org/",
    licence: "<the row of codes/licences.csv with the terms of your key>",
  },
  ownFolderOnly:
    "UN Comtrade may be read with an organisation's own key for its own use and not be passed on: its figures never go into seeds/. Name the folder of your own data: --into <folder>. Nothing was written.",
  read(path, context) {
    const reading = new Reading();
    const flows = readAnswer(path, reading);
    const cells = new Map<string, Map<string, Flow>>();
    for (const flow of flows) {
      const direction = DIRECTIONS[flow.flowCode];
      const code = headingOf(flow.cmdCode) ?? flow.cmdCode;
      if (direction === undefined || flow.reporterCode !== CHINA) {
        reading.skip(`reporter ${flow.reporterCode}, flow ${flow.flowCode}`, flow.where);
        continue;
      }
      if (!ITEMS.some(({ codes }) => codes.includes(code))) {
        reading.skip(`cmdCode ${flow.cmdCode}`, flow.where);
        continue;
      }
      const key = `${direction}.${flow.period}.${flow.partnerCode}`;
      const goods = cells.get(key) ?? new Map<string, Flow>();
      const first = goods.get(code);
      if (first) {
        reading.refuse(flow.where, `is a second row for what ${first.where} gives: ${key}, cmdCode ${flow.cmdCode}`);
        continue;
      }
      cells.set(key, goods.set(code, flow));
    }
    const codesRead = codesByPeriod(cells);
    for (const [key, goods] of cells) report(key, goods, codesRead, basename(path), reading, context);
    return Promise.resolve(reading);
  },
};

/** The goods that were asked for, by direction and period: a country without a row for one of them did not trade it. */
function codesByPeriod(
  cells: ReadonlyMap<string, ReadonlyMap<string, Flow>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>();
  for (const [key, goods] of cells) {
    const [direction, period] = key.split(".");
    const codes = read.get(`${direction}.${period}`) ?? new Set();
    for (const code of goods.keys()) codes.add(code);
    read.set(`${direction}.${period}`, codes);
  }
  return read;
}

function report(
  key: string,
  goods: ReadonlyMap<string, Flow>,
  codesRead: ReadonlyMap<string, ReadonlySet<string>>,
  file: string,
  reading: Reading,
  context: Context,
): void {
  const [direction = "", period = "", partner = ""] = key.split(".");
  const asked = codesRead.get(`${direction}.${period}`)!;
  const area = partner === "0" ? "wld" : context.area(partner);
  const [one] = goods.values();
  if (area === undefined) return reading.skip(`partner ${partner}`, one!.where, goods.size);
  for (const { item, codes } of ITEMS) {
    const parts = codes.flatMap((code) => goods.get(code) ?? []);
    if (parts.length === 0 || !codes.every((code) => asked.has(code))) continue;
    const freq = period.includes("-") ? "m" : "a";
    const goodsOf = parts.map(({ cmdCode, classificationCode }) => `${cmdCode} (${classificationCode})`).join(" + ");
    const locator = `t:${file}: ${one!.flowCode}, partner ${partner}, ${goodsOf}`;
    const weights = parts.flatMap((part) => part.netWgt ?? []);
    const status = parts.some((part) => part.isNetWgtEstimated) ? "E" : "A";
    reading.trade(
      { period, locator, where: parts[0]!.where },
      (measure) => `${direction}.${item}.chn.${area}.${measure}.comtrade.${freq}`,
      sum(parts.map((part) => part.primaryValue)),
      weights.length < parts.length ? undefined : { value: sum(weights), unit: "kg", status, relation: "exact" },
    );
  }
}

function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(Decimal.parse(value)), Decimal.fromInteger(0)).toString();
}
