/** @jest-environment jsdom */
import { h } from "../../../src/taskpane/widgets/dom";
import { growingList, roving } from "../../../src/taskpane/widgets/lists";
import { all, press, Sight } from "../page";

const rows = () => all("li");
const NUMBERS = Array.from({ length: 75 }, (_, i) => i);

function opened() {
  const list = h("ul", {});
  const grown = growingList<number>(
    list,
    (entry, before) => list.append(h("li", {}, h("button", {}, `${before ?? "none"} ${entry}`))),
    () => keys.refresh(),
  );
  const keys = roving(list, grown);
  document.body.replaceChildren(...grown.elements);
  grown.show(NUMBERS);
  return grown;
}

let sight: Sight;
beforeEach(() => void (sight = new Sight()));
afterEach(() => sight.end());

test("further entries come as the end comes into sight, each knowing the one before it, until there are no more", () => {
  opened();
  const counts = [1, 2, 3, 4].map(() => {
    const { length } = rows();
    sight.of(document.body);
    return length;
  });
  expect(counts).toEqual([30, 60, 75, 75]);
  expect(rows().map(({ textContent }) => textContent)).toEqual(NUMBERS.map((i) => `${i === 0 ? "none" : i - 1} ${i}`));
});

test("the keyboard reaches the last entry, and one row is the tab stop", () => {
  opened();
  const [first] = all("button");
  first!.focus();
  press(first!, "End");
  expect([rows().length, document.activeElement?.textContent]).toEqual([75, "73 74"]);
  expect(all('button[tabindex="0"]')).toEqual([document.activeElement]);
});

test("other entries take the place of all, also of those that came later", () => {
  const grown = opened();
  sight.of(document.body);
  grown.show([7, 8]);
  expect(rows().map(({ textContent }) => textContent)).toEqual(["none 7", "7 8"]);
  expect(grown.more()).toBe(false);
  expect(rows()).toHaveLength(2);
});

test("a long list grows also where the end of the short one before it was in sight all the while", () => {
  const grown = opened();
  grown.show([7, 8]);
  sight.of(document.body);
  grown.show(NUMBERS);
  sight.of(document.body);
  expect(rows()).toHaveLength(60);
});

test("without an observer the keyboard still gets everything", () => {
  sight.end();
  const grown = opened();
  expect([grown.more(), grown.more(), rows().length]).toEqual([true, false, 75]);
});
