import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importFiles } from "../../../../tools/data/import";
import type { Outcome } from "../../../../tools/data/cli";
import { readFolder } from "../../../../tools/data/read/files";
import { folder } from "../../folder";
import { SEEDS } from "../fixture";

const SAMPLES = join(__dirname, "samples");
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A folder to import into, with what it had. */
export interface Place {
  readonly path: string;
  /** Lines that are there now and were not before, without the file they are in. */
  newLines(): string[];
  /** Files that are not as they were. */
  changedFiles(): string[];
  remove(): void;
}

/** The seeds as they are while the newest release is worked on: its digest is not written yet. */
const ALL = [...readFolder(SEEDS)].map(([path, bytes]): [string, string] => [
  path,
  path === "releases.csv" ? read(bytes).replace(/[0-9a-f]{64}\n$/, "\n") : read(bytes),
]);

/** The seeds with those rows alone whose text is wanted, in series and observations, and one further document. */
export function seedsWith(wanted: (row: string) => boolean): Place {
  const files = Object.fromEntries(
    ALL.map(([path, text]) => {
      if (!/^(?:series|observations)\//.test(path)) return [path, text];
      const [header = "", ...rows] = text.split("\n").slice(0, -1);
      return [path, [header, ...rows.filter(wanted), ""].join("\n")];
    }),
  );
  files["sources/usgs.csv"] +=
    "next-edition,The edition after,USGS,USGS,2026-11-25,2026-11-28,,licensed,public-domain-us,,R2,\n";
  return placeOf(files);
}

/** What an organisation's own folder begins with. */
export const OWN = {
  "overlay.json": '{"id": "acme", "title": "Acme Bank", "address": "https://data.acme.example/orebook/"}\n',
  "releases.csv": "id,date,summary,summary_zh,digest\nR2+acme.1,2026-12-05,First,首次,\n",
  "codes/bases.csv": "id,label,label_zh,aliases,note\ncomtrade,UN Comtrade,联合国商品贸易数据库,,\n",
  "codes/lineages.csv":
    "id,label,label_zh,aliases,every,month,habit,habit_zh\ncomtrade,UN Comtrade,联合国商品贸易数据库,,,,As reporters send it,随申报更新\n",
  "codes/licences.csv":
    "id,label,label_zh,aliases,url,licensee,note\ncomtrade-key,UN Comtrade with our key,联合国商品贸易数据库（自有密钥）,,,Acme Bank,\n",
  "definitions.csv": `id,text,text_zh,hs,hs_edition,calendar,note\n${definition("copper", "2603")}${definition("lithium", "283691|282520")}`,
  "sources.csv": [
    "id,title,creator,publisher,published,accessed,url,licence_state,licence,sha256,added,note",
    "acme-1,UN Comtrade as read with our key,UNSD,UNSD,2026-11-20,2026-11-28,,licensed,comtrade-key,,R2+acme.1,",
    "acme-2,UN Comtrade as read again,UNSD,UNSD,2026-11-27,2026-11-28,,licensed,comtrade-key,,R2+acme.1,",
    "",
  ].join("\n"),
  "series/comtrade.csv": [
    "id,indicator,item,reporter,partner,stage,group,batch,holder,measure,basis,freq,transformation,unit,rank,lineage,additive,definition,label,label_zh,added,withdrawn,note",
    ...["imports,copper", "exports,lithium"].flatMap((goods) =>
      ["wld", "per"].flatMap((partner) =>
        ["value,USD", "weight,t"].map((measure) => ownSeries(goods, partner, measure)),
      ),
    ),
    "",
  ].join("\n"),
};

function definition(item: string, hs: string): string {
  const goods = `${item} (HS ${hs.replace("|", " with ")}, HS 2012)`;
  return `comtrade-${item},"China's trade in ${goods} as UN Comtrade has it: imports valued CIF and exports FOB in current US dollars, gross product weight in tonnes.","联合国商品贸易数据库所载中国贸易：${goods}，进口到岸价、出口离岸价，现价美元；实物重量为吨。",${hs},HS 2012,calendar year,\n`;
}

function ownSeries(goods: string, partner: string, measured: string): string {
  const [[measure, unit], [name, nameZh]] = [
    measured.split(","),
    partner === "per" ? ["Peru", "秘鲁"] : ["World", "世界"],
  ];
  const id = `${goods.replace(",", ".")}.chn.${partner}.${measure}.comtrade.a`;
  const label = `${measure} of ${goods.replace(",", " of ")} (UN Comtrade)`;
  return `${id},${goods},chn,${partner},,,,,${measure},comtrade,a,level,${unit},60,comtrade,yes,comtrade-${goods.split(",")[1]},${name}: ${label},${nameZh}: ${label},R2+acme.1,,`;
}

/** A folder with these files. */
export function placeOf(files: Readonly<Record<string, string>>): Place {
  const { path, remove } = folder(files);
  const now = () => [...readFolder(path)].map(([file, bytes]): [string, string] => [file, read(bytes)]);
  const changed = () => now().filter(([file, text]) => files[file] !== text);
  return {
    path,
    remove,
    changedFiles: () => changed().map(([file]) => file),
    newLines: () =>
      changed().flatMap(([file, text]) => {
        const before = new Set(files[file]?.split("\n"));
        return text.split("\n").filter((line) => !before.has(line));
      }),
  };
}

/** The text of a sample in a publisher's shape. */
export function sample(name: string): string {
  return readFileSync(join(SAMPLES, name), "utf8");
}

/** Imports a sample, or something else under its name, into a folder. */
export async function imported(
  place: Place,
  publisher: string,
  name: string,
  options: readonly string[],
  content: string | Uint8Array = sample(name),
): Promise<Outcome> {
  const file = folder({ [name]: content });
  try {
    return await importFiles(
      ["--import", publisher, join(file.path, name), "--seeds", place.path, ...options],
      () => {},
    );
  } finally {
    file.remove();
  }
}

/** Expects that a file was refused with a place and a reason, and that nothing was written. */
export function expectRefused({ code, text }: Outcome, place: Place, message: string): void {
  expect([code, text]).toEqual([1, expect.stringContaining(message)]);
  expect(text).toContain("Nothing was written.");
  expect(place.changedFiles()).toEqual([]);
}

/** The counts of a report by what they count. */
export function counts({ text }: Outcome): Record<string, number> {
  const lines = text.split("\n").flatMap((line) => {
    const [, count, what = ""] = /^ {0,6}(\d+) (\w+(?: \w+)?)/.exec(line) ?? [];
    return count === undefined || count === "0" ? [] : [[what, Number(count)] as const];
  });
  return Object.fromEntries(lines);
}
