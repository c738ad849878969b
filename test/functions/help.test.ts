import { FUNCTIONS } from "../../src/functions";
import { contentsPage, SEARCH_SCRIPT } from "../../tools/help/contents-page";
import { functionPage, signature, type HelpContext } from "../../tools/help/function-page";
import { escape } from "../../tools/help/html";
import { FunctionError, type Block, type Cell } from "../../src/functions";
import type { Language } from "../../src/query/describe";
import { isCellError } from "../../src/functions/cells";
import { evaluate, sessionOf } from "../fixtures/seeds";

const contextIn = (language: Language): HelpContext => {
  const { dataset, words } = sessionOf({ language });
  const values = (result: Cell | Block) => (Array.isArray(result) ? result.map((row) => row.map((cell) => (isCellError(cell) ? cell.error : cell))) : result);
  return {
    dataset,
    words,
    language,
    evaluate: async (formula) => {
      try {
        return { formula, value: values(evaluate(formula, { language })) };
      } catch (error) {
        if (error instanceof FunctionError) return { formula, error: error.code, message: error.message };
        throw error;
      }
    },
  };
};

const byId = (id: string) => FUNCTIONS.find((definition) => definition.id === id)!;

describe("the page of a function", () => {
  it("has its signature, arguments, examples with live answers, and what an error says", async () => {
    const page = await functionPage(byId("METALS.IMPORTS"), contextIn("en"));
    expect(page).toContain("=METALS.IMPORTS(metal, period, [partner], [measure], [unit], [basis], [as_of])");
    expect(page).toContain("<code>67330000000</code>");
    expect(page).toContain("Answers as of data release R1");
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

describe("the list of functions", () => {
  const page = contentsPage("en");

  it("links to every page", () => {
    for (const definition of FUNCTIONS) {
      expect(page).toContain(`<a href="${definition.id.toLowerCase()}.html">`);
      expect(page).toContain(escape(signature(definition)));
    }
  });

  it("searches both languages, with its script in a file", () => {
    expect(page).toContain('<script defer src="../help/search.js"></script>');
    expect(page).toContain("稀土总量控制指标");
    expect(unbalanced(page)).toEqual([]);
    expect(SEARCH_SCRIPT).toContain("dataset.words");
  });
});

it("text is data, never markup", () => {
  expect(escape('<b a="1">&')).toBe("&lt;b a=&quot;1&quot;&gt;&amp;");
});

/** Elements that are opened and not closed, or the other way round. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?>/g)) {
    if (["meta", "link", "img", "input", "br"].includes(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
