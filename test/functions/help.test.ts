import { FUNCTIONS } from "../../src/functions";
import { contentsPage, SEARCH_SCRIPT } from "../../tools/help/contents-page";
import { functionPage, signature } from "../../tools/help/function-page";
import { escape } from "../../tools/help/html";
import { seeds } from "../fixtures/seeds";
import { recipesOf } from "../../src/tables";
import { contextIn, unbalanced } from "./help-context";

const byId = (id: string) => FUNCTIONS.find((definition) => definition.id === id)!;

describe("the page of a function", () => {
  it("has its signature, arguments, examples with live answers, and what an error says", async () => {
    const page = await functionPage(byId("METALS.IMPORTS"), contextIn("en"));
    expect(page).toContain("=METALS.IMPORTS(metal, period, [partner], [measure], [unit], [basis], [as_of])");
    expect(page).toContain("<code>67330000000</code>");
    expect(page).toContain("Answers as of data release R2");
    expect(page).toContain("&quot;coper&quot; is not known; nearest: copper");
    expect(page).toContain('<a href="zh/metals.imports.html">中文</a>');
  });

  it("shows the first rows of a spill, and errors in their cells", async () => {
    const page = await functionPage(byId("METALS.GRID"), contextIn("en"));
    expect(page).toContain("<tr><td>#N/A</td></tr>");
    const long = await functionPage(byId("METALS.LIST"), contextIn("en"));
    expect(long).toMatch(/… and \d+ more rows/);
  });

  it("is in Chinese with Chinese messages, and leads back", async () => {
    const page = await functionPage(byId("METALS.IMPORTS"), contextIn("zh"));
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("不认识“coper”");
    expect(page).toContain('<a href="../metals.imports.html">English</a>');
    expect(page).toContain('href="../../assets/pages.css"');
  });

  it.each(FUNCTIONS.map(({ id }) => [id]))("%s is well-formed, with no script of its own", async (id) => {
    for (const language of ["en", "zh"] as const) {
      const page = await functionPage(byId(id), contextIn(language));
      expect(unbalanced(page)).toEqual([]);
      expect(page).not.toMatch(/<script|undefined|\[object/);
    }
  });
});

describe("the list of functions and tables", () => {
  const page = contentsPage("en", recipesOf(seeds()));

  it("links to every page", () => {
    for (const definition of FUNCTIONS) {
      expect(page).toContain(`<a href="${definition.id.toLowerCase()}.html">`);
      expect(page).toContain(escape(signature(definition)));
    }
    for (const { id, name } of recipesOf(seeds())) {
      expect(page).toContain(`<a href="tables/${id}.html">`);
      expect(page).toContain(escape(name));
    }
  });

  it("searches both languages, with its script in a file", () => {
    expect(page).toContain('<script defer src="../help/search.js"></script>');
    expect(page).toContain("稀土总量控制指标");
    expect(page).toContain("metal prices annual metal prices 金属年均价");
    expect(unbalanced(page)).toEqual([]);
    expect(SEARCH_SCRIPT).toContain("dataset.words");
  });
});

it("text is data, never markup", () => {
  expect(escape('<b a="1">&')).toBe("&lt;b a=&quot;1&quot;&gt;&amp;");
});
