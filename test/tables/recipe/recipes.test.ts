import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCaller, type Block } from "../../../src/functions";
import { normalise } from "../../../src/query/words/normalise";
import { findRecipe, mainName, recipesOf, type Recipe } from "../../../src/tables";
import { refusalOf } from "../refusal";
import { openSession } from "../release";

const session = openSession();
const recipes = recipesOf(session.dataset);

describe("finding a table", () => {
  it.each([
    ["rare-earth-quotas", "rare-earth-quotas"],
    ["Rare Earth Quotas", "rare-earth-quotas"],
    ["China's rare-earth quotas by year", "rare-earth-quotas"],
    ["金属年均价", "metal-prices"],
    ["prices", "metal-prices"],
    ["稀土配额", "rare-earth-quotas"],
  ])("takes %s", (word, id) => {
    expect(findRecipe(session.dataset, word, "name").id).toBe(id);
  });

  it("names the nearest tables for a word that is none", () => {
    expect(refusalOf(() => findRecipe(session.dataset, "rare earth qotas", "name"))).toMatchObject({
      kind: "unknownWord",
      data: { argument: "name", nearest: expect.arrayContaining(["rare earth quotas"]) },
    });
  });

  it("no name means two tables", () => {
    const names = recipes.flatMap(({ id, name, name_zh, aliases = [] }) => [
      ...new Set([id, name, name_zh, ...aliases].map(normalise)),
    ]);
    expect(names).toEqual([...new Set(names)]);
  });

  it("METALS.LIST names every table there is, each as METALS.TABLE takes it", () => {
    const listed = (createCaller(session).call("METALS.LIST", ["tables"]) as Block).map(
      ([word]) => findRecipe(session.dataset, String(word), "name").id,
    );
    expect(listed.sort()).toEqual(recipes.map(({ id }) => id).sort());
  });
});

/** What a table takes, in the order of METALS.TABLE. */
function takes({ parameters }: Recipe): string {
  return (["item", "from", "to", "unit"] as const).filter((name) => parameters[name] !== undefined).join(", ");
}

it("the guide names every table and what it takes, and no other", () => {
  const guide = readFileSync(join(__dirname, "..", "..", "..", "docs", "tables.md"), "utf8");
  const [listed = ""] = guide.split("## What holds for all of them");
  const rows = [...listed.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)].map(([, name, taken]) => `${name}: ${taken}`);
  expect(rows.sort()).toEqual(recipes.map((recipe) => `${mainName(recipe)}: ${takes(recipe)}`).sort());
});
