import { parse } from "csv-parse/sync";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { compileFiles } from "../../../tools/data/compile";
import { pathsOf, type Descriptor } from "../../../tools/data/read/descriptor";
import { readFolder } from "../../../tools/data/read/files";
import { csvText } from "../../../tools/data/release/csv";
import { SEEDS, type Cells } from "./fixture";

export const COPPER = "imports.copper.chn.wld.value.customs.a";
export const COPPER_CHILE = "imports.copper.chn.chl.value.customs.a";
export const GALLIUM = "production.gallium.chn.primary.gross.usgs.a";
export const LITHIUM = "exports.lithium.chn.wld.value.customs.a";
export const BALANCE = "balance.lithium.chn.wld.value.customs.a";
export const NBS_COPPER = "production.copper.chn.refinery.gross.nbs.a";
export const USGS_COPPER = "production.copper.chn.refinery.gross.usgs.a";
export const QUOTA = "quota.rare-earths.chn.mining.total.all.all.miit.a";

/** The release that comes after those of the seeds. */
const NEXT = `R${releasesOf(readFolder(SEEDS)).length + 1}`;
const TRADE = "observations/trade-customs.csv";
const OUTPUT = "observations/usgs-production.csv";
const QUOTAS = "observations/quotas.csv";

/** The seeds of this repository with one data release more, which changes answers in every way a release may. */
export function nextRelease(): ReleaseFile {
  const seeds = new Seeds();
  seeds.add("releases.csv", { id: NEXT, date: "2027-03-01", summary: "Next", summary_zh: "下一版" });
  seeds.add("sources.csv", source("edition-2027", "2027-02-01"), source("archive", "2016-02"));
  correct(seeds);
  extend(seeds);
  mean(seeds);
  return seeds.compiled();
}

/** Two misread figures, one of which another is computed from. */
function correct(seeds: Seeds): void {
  seeds.replace(OUTPUT, { series: GALLIUM, period: "2024", source: "usgs-mcs-2026" }, { value: "700000" });
  seeds.replace(TRADE, { series: LITHIUM, period: "2024" }, { value: "2.3" });
  seeds.replace("derivations.csv", { series: BALANCE, period: "2024" }, { value: "-0.55" });
  const correction = { period: "2024", reason: "Misread", release: NEXT };
  seeds.add("corrections.csv", {
    ...correction,
    id: "c1",
    series: GALLIUM,
    published: "2026-02-06",
    expected: "839000",
    corrected: "700000",
  });
  seeds.add("corrections.csv", { ...correction, id: "c2", series: LITHIUM, expected: "2.2", corrected: "2.3" });
}

/** A figure filed late that was published long ago, a newer edition, a new series, a figure where there was none, absences and events. */
function extend(seeds: Seeds): void {
  const pakistan = seeds.find("series.csv", { id: COPPER.replace(".wld.", ".pak.") });
  seeds.add("series.csv", {
    ...pakistan,
    id: COPPER_CHILE,
    partner: "chl",
    label: "Copper from Chile",
    label_zh: "智利铜矿",
    added: NEXT,
  });
  seeds.add(
    TRADE,
    figure(COPPER, "2015", "19.2", "USD bn", "archive"),
    figure(COPPER_CHILE, "2024", "20", "USD bn", "edition-2027"),
  );
  seeds.add(
    OUTPUT,
    figure(GALLIUM, "2024", "710000", "kg", "edition-2027"),
    figure(GALLIUM, "2026", "800000", "kg", "edition-2027"),
  );
  seeds.withdraw("absences.csv", { series: "quota.rare-earths.chn.*.*.*.*.miit.a", from: "2026" });
  seeds.add(QUOTAS, figure(QUOTA, "2026", "300000", "t REO", "edition-2027"));
  seeds.add("absences.csv", {
    series: "imports.cobalt.chn.wld.value.customs.a",
    from: "2015",
    to: "2015",
    reason: "confidential",
    source: "archive",
    locator: "text",
    added: NEXT,
  });
  seeds.replace("events.csv", { id: "baotou-2025" }, { summary: "Corrected" });
  seeds.add("events.csv", {
    id: "mofcom-2016-1",
    type: "export-control",
    date: "2016-01-04",
    announced: "2016-01-04",
    in_force: "2016-02-01",
    items: "copper|holmium",
    actors: "Ministry of Commerce",
    summary: "Licence",
    summary_zh: "许可",
    source: "archive",
    locator: "text",
    added: NEXT,
  });
}

/** Another series answers first, and a bare word means another thing. */
function mean(seeds: Seeds): void {
  seeds.replace("series.csv", { id: NBS_COPPER }, { rank: "10" });
  seeds.replace("series.csv", { id: USGS_COPPER }, { rank: "1" });
  seeds.replace("defaults.csv", { indicator: "production", item: "copper" }, { stage: "refinery", measure: "gross" });
}

function figure(series: string, period: string, value: string, unit: string, from: string): Cells {
  return { series, period, value, unit, relation: "exact", status: "A", source: from, locator: "text", added: NEXT };
}

function source(id: string, published: string): Cells {
  return {
    id,
    title: `Document ${id}`,
    publisher: "Publisher",
    published,
    accessed: "2027-02-20",
    licence_state: "licensed",
    licence: "facts-only",
    added: NEXT,
  };
}

/** The tables of the package, changed before they are compiled. */
class Seeds {
  private readonly files = new Map(readFolder(SEEDS));
  private readonly tables = new Map<string, Cells[]>();
  private readonly descriptor = this.gathered(JSON.parse(this.text("datapackage.json")) as Descriptor);

  add(path: string, ...rows: Cells[]): void {
    this.table(path).push(...rows);
  }

  find(path: string, which: Cells): Cells {
    const row = this.table(path).find((one) => Object.entries(which).every(([column, text]) => one[column] === text));
    if (!row) throw new Error(`no ${JSON.stringify(which)} in ${path}`);
    return row;
  }

  withdraw(path: string, which: Cells): Cells {
    return Object.assign(this.find(path, which), { withdrawn: NEXT });
  }

  /** Withdraws a row and adds it anew with changes. */
  replace(path: string, which: Cells, to: Cells): void {
    this.add(path, { ...this.withdraw(path, which), ...to, added: NEXT, withdrawn: "" });
  }

  compiled(): ReleaseFile {
    this.put(
      "datapackage.json",
      JSON.stringify({
        ...this.descriptor,
        version: `${NEXT.slice(1)}.0.0`,
        created: "2027-03-01T00:00:00Z",
      }),
    );
    for (const [path, rows] of this.tables) {
      const columns = this.descriptor.resources
        .find((resource) => pathsOf(resource).includes(path))!
        .schema!.fields.map(({ name }) => name);
      this.put(path, csvText({ columns, rows: rows.map((row) => columns.map((column) => row[column] ?? "")) }));
    }
    const { release, problems } = compileFiles(this.files);
    if (!release) throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
    return release;
  }

  /** Tables that are spread over files by subject, each in one file; figures stay where they are. */
  private gathered(descriptor: Descriptor): Descriptor {
    const resources = descriptor.resources.map((resource) => {
      if (resource.name === "observations") return resource;
      const paths = pathsOf(resource);
      if (paths.length === 1) return resource;
      const one = { ...resource, path: [`${resource.name}.csv`] };
      this.tables.set(
        one.path[0]!,
        paths.flatMap((path) => this.table(path)),
      );
      for (const path of paths) {
        this.tables.delete(path);
        this.files.delete(path);
      }
      return one;
    });
    return { ...descriptor, resources };
  }

  private table(path: string): Cells[] {
    const table = this.tables.get(path) ?? (parse(this.text(path), { columns: true }) as Cells[]);
    this.tables.set(path, table);
    return table;
  }

  private text(path: string): string {
    return new TextDecoder().decode(this.files.get(path));
  }

  private put(path: string, text: string): void {
    this.files.set(path, new TextEncoder().encode(text));
  }
}

function releasesOf(files: ReadonlyMap<string, Uint8Array>): unknown[] {
  return parse(new TextDecoder().decode(files.get("releases.csv")), { columns: true });
}
