import { Insertion } from "../../../../tools/data/import/filing/insert";
import { readTarget, type Target } from "../../../../tools/data/import/filing/target";
import { seedsWith, type Place } from "./run";

const COPPER = "imports.copper.chn.wld.value.customs.a";
const row = (series: string, period: string) => ({ series, period, value: "1", note: "new" });

describe("rows that are added", () => {
  let place: Place;
  let target: Target;
  beforeEach(() => {
    place = seedsWith((line) => line.startsWith("imports.copper.chn."));
    target = readTarget(place.path) as Target;
  });
  afterEach(() => place.remove());

  /** Where the rows of a file that the insertion changed stand, as series and period. */
  const order = (insertion: Insertion, file: string) =>
    insertion.changed
      .get(file)!
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",", 2).join(" ") + (line.endsWith(",new") ? " new" : ""));

  it("stand among those of their series by period, in the file that has it", () => {
    const insertion = new Insertion(target);
    insertion.observations([row(COPPER, "2016"), row(COPPER, "2011")], "observations/other.csv");
    const [file, ...others] = insertion.changed.keys();
    expect(others).toEqual([]);
    const own = order(insertion, file!).filter((line) => line.startsWith(`${COPPER} `));
    expect(own).toEqual([...own].sort());
    expect(own.filter((line) => line.endsWith(" new"))).toEqual([`${COPPER} 2011 new`, `${COPPER} 2016 new`]);
  });

  it("go into a new file that the package lists when no file has their series", () => {
    const insertion = new Insertion(target);
    insertion.observations([row("imports.zinc.chn.wld.value.customs.a", "2016")], "observations/other.csv");
    expect([...insertion.changed.keys()]).toEqual(["observations/other.csv", "datapackage.json"]);
    const descriptor = JSON.parse(insertion.changed.get("datapackage.json")!) as typeof target.seeds.read.descriptor;
    const [before, after] = [target.seeds.read.descriptor, descriptor].map(
      ({ resources }) => resources.find(({ name }) => name === "observations")!.path as string[],
    );
    expect(after).toEqual([...before!, "observations/other.csv"].sort());
  });

  it("go into the next file when theirs would be larger than a megabyte", () => {
    const full = `${"x".repeat(60)}\n`.repeat(17_000);
    const files = new Map(target.files);
    files.set("observations/one-1.csv", new TextEncoder().encode(`series,period\n${COPPER},2010\n${full}`));
    const insertion = new Insertion({ ...target, files });
    insertion.rows("observations", [row(COPPER, "2016")], () => "observations/one-1.csv");
    expect([...insertion.changed.keys()]).toEqual(["observations/one-2.csv", "datapackage.json"]);
  });
});
