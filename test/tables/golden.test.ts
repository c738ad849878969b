import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, recipesOf } from "../../src/tables";
import { openSession } from "./release";
import { textOf } from "./text";

const GOLDEN = join(__dirname, "..", "golden", "tables");

/** `GOLDEN=write npx jest test/tables/golden` keeps what the tables are now; the difference is for a person to read. */
const WRITES = process.env["GOLDEN"] === "write";

const [english, chinese] = [openSession("en"), openSession("zh")];
const recipes = recipesOf(english.dataset);

describe("the tables as they were kept", () => {
  it.each(recipes.map((recipe) => [recipe.id, recipe] as const))("%s", (id, recipe) => {
    const now = { en: textOf(build(recipe, {}, english)), zh: textOf(build(recipe, {}, chinese)) };
    const path = join(GOLDEN, `${id}.json`);
    if (WRITES) writeFileSync(path, `${JSON.stringify(now, undefined, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });

  it("there is one for each recipe and none besides", () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(recipes.map(({ id }) => `${id}.json`).sort());
  });
});
