/** On a sheet nothing is cut, and no line of sources or notes is wider than its table: every table, in both languages. */
import { viewAt } from "../../../../src/dataset/view";
import { blockOf } from "../../../../src/sheets/tables/block";
import { buildLayout } from "../../../../src/sheets/tables/build-layout";
import { inLines } from "../../../../src/sheets/tables/looks/widths";
import { numberWidth, textWidth, WIDEST } from "../../../../src/sheets/text-width";
import { recipesOf } from "../../../../src/tables";
import { sessionOf } from "../../../fixtures/seeds";

const session = sessionOf();
const series = viewAt(session.dataset, session.standing).catalogue.series.slice(0, 400);
const asked = [
  ...recipesOf(session.dataset).flatMap(({ id }) => [
    { recipe: id, arguments: {} },
    { recipe: id, arguments: { turned: "yes" } },
  ]),
  ...series.filter((_, i) => i % 40 === 0).map(({ id }) => ({ recipe: "series", arguments: { series: id } })),
];
const all = asked.flatMap((one) =>
  (["en", "zh"] as const).flatMap((language) =>
    (["values", "formulas"] as const).map((mode) => ({ ...one, language, mode })),
  ),
);

test.each(all)("$recipe $arguments, $mode in $language", (request) => {
  const built = buildLayout(session, request, session.standing);
  if ("refusal" in built) return expect(built.refusal).not.toBe("");
  const { layout, block } = built;
  const { widths } = blockOf(layout, request.mode);
  const made = widths.map((width) => Math.min(width, WIDEST));
  const whole = made.reduce((sum, width) => sum + width, 0);
  for (const { key, cells } of layout.rows)
    if (/^(?:sources|note)/.test(key))
      for (const word of String(cells[0]).split(/\s+/).length > 1 ? [String(cells[0])] : [])
        expect(textWidth(word)).toBeLessThanOrEqual(whole);
  layout.rows
    .filter(({ isBody }) => isBody)
    .forEach(({ formats }, row) =>
      block.rows[row]!.forEach(({ value }, column) => {
        if (typeof value === "number") expect(numberWidth(value, formats[column]!)).toBeLessThanOrEqual(made[column]!);
        // A longer text is wrapped in a column of the greatest width.
        if (typeof value === "string") expect(Math.min(textWidth(value), WIDEST)).toBeLessThanOrEqual(made[column]!);
      }),
    );
});

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["a-very-long-word and more", 6, ["a-very-long-word", "and", "more"]],
  ["来源：海关总署；统计局。", 10, ["来源：海关", "总署；统计", "局。"]],
  ["海关数字，（不含）“稀土”。", 8, ["海关数", "字，（不", "含）“稀", "土”。"]],
  ["the EU’s own", 6, ["the", "EU’s", "own"]],
  ["", 5, []],
])("%s in lines of %i", (text, width, lines) => expect(inLines(text, width)).toEqual(lines));

test("lines together say what the text says", () => {
  const text = "Sources: China Customs (2025); 海关总署 (2026); a third one, with a longer name.";
  expect(inLines(text, 20).join(" ").replaceAll(/\s+/g, "")).toBe(text.replaceAll(/\s+/g, ""));
});
