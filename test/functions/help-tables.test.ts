import { createCaller, isCellError, type Block } from "../../src/functions";
import { findRecipe, mainName, recipesOf } from "../../src/tables";
import { tablePage, tableSignature } from "../../tools/help/table-page";
import { seeds, sessionOf } from "../fixtures/seeds";
import { unbalanced } from "./help-context";

const english = sessionOf();
const recipes = recipesOf(seeds());
const recipe = (name: string) => findRecipe(seeds(), name, "name");

describe("the page of a table", () => {
  it("has its title, formula, arguments with what a blank means, first rows, notes and sources", () => {
    const page = tablePage(recipe("world production"), english);
    expect(page).toContain("<h1>World production by country</h1>");
    expect(page).toContain("World production by country, 2020 to 2025: Rare earths");
    expect(page).toContain("=METALS.TABLE(&quot;world production&quot;,[item],[from],[to],[unit],[as_of],[how])");
    expect(page).toContain(
      '<code>item</code></td><td data-label="Meaning">Metal or product, where the table takes one</td><td data-label="When left out">rare earths</td>',
    );
    expect(page).toContain(
      "<tr><td>United States</td><td>39</td><td>42</td><td>42</td><td>41.6</td><td>45.5</td><td>51</td>",
    );
    expect(page).toMatch(/… and \d+ more rows/);
    expect(page).toContain("<li>Estimated: 2021 (");
    expect(page).toContain("Mineral Commodity Summaries 2026 Data Release");
  });

  it("says what the table does not take, and leaves its place blank", () => {
    expect(tableSignature(recipe("metal prices"))).toBe(
      'METALS.TABLE("metal prices",,[from],[to],[unit],[as_of],[how])',
    );
    expect(tableSignature(recipe("pakistan minerals"))).toBe(
      'METALS.TABLE("pakistan minerals",,,[to],[unit],[as_of],[how])',
    );
    expect(tablePage(recipe("nonferrous sector"), english)).toContain(
      "Not taken by this table, leave blank: <code>item</code> <code>unit</code>",
    );
  });

  it("gives the reason of a figure that is missing", () => {
    const page = tablePage(recipe("rare earth quotas"), english);
    expect(page).toContain("<td>#N/A</td>");
    expect(page).toMatch(
      /<p>Missing figures:<\/p>\s*<ul>\s*<li>#N\/A Production quota of rare earths \(smelting and separation\), 2016: /,
    );
  });

  it("is in Chinese, and leads back to English and to the list", () => {
    const page = tablePage(recipe("metal prices"), sessionOf({ language: "zh" }));
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("<h1>金属年均价</h1>");
    expect(page).toContain('<a href="../../tables/metal-prices.html">English</a>');
    expect(page).toContain('<a href="../index.html">函数和表格</a>');
    expect(page).toContain('href="../../../assets/pages.css"');
  });

  it.each(recipes.map((one) => [one.id, one] as const))(
    "%s shows the rows that METALS.TABLE spills, well-formed",
    (_, one) => {
      const spilled = createCaller(english).call("METALS.TABLE", [mainName(one)]) as Block;
      const page = tablePage(one, english);
      const rows = page
        .slice(page.indexOf('<table class="spill">'))
        .split("<tr>")
        .slice(1)
        .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text));
      expect(rows.map((row) => row.length)).toEqual(rows.map(() => spilled[0]!.length));
      expect(rows.length).toBe(Math.min(spilled.length, 9));
      rows.forEach((row, y) =>
        row.forEach((text, x) => {
          const cell = spilled[y]![x]!;
          if (typeof cell === "number")
            expect(Number(text)).toBeCloseTo(cell, 6 - Math.floor(Math.log10(Math.abs(cell) || 1)));
          else expect(text === "#N/A").toBe(isCellError(cell));
        }),
      );
      for (const language of ["en", "zh"] as const) {
        const whole = tablePage(one, sessionOf({ language }));
        expect(unbalanced(whole)).toEqual([]);
        expect(whole).not.toMatch(/<script|undefined|\[object/);
      }
    },
  );
});
