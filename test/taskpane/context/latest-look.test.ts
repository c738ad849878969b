/** @jest-environment jsdom */
import { latestLook } from "../../../src/taskpane/context/latest-look";

/** A look that is answered when the test says so. */
function looking() {
  const answers: ((seen: number) => void)[] = [];
  const shown: number[] = [];
  const look = latestLook(
    () => new Promise<number>((answer) => answers.push(answer)),
    (seen) => shown.push(seen),
  );
  return { look, shown, answer: (seen: number) => answers.shift()!(seen) };
}

const settled = () => new Promise((settle) => setTimeout(settle, 5));

test("what was seen before the last call is not shown", async () => {
  const { look, shown, answer } = looking();
  void look();
  const last = look();
  answer(1);
  await settled();
  answer(2);
  await last;
  expect(shown).toEqual([2]);
});

test.each(["pointerup", "pointercancel", "blur"])(
  "while a pointer is pressed nothing is shown; %s ends that",
  async (end) => {
    const { look, shown, answer } = looking();
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    const last = look();
    answer(1);
    await settled();
    expect(shown).toEqual([]);
    window.dispatchEvent(new Event(end));
    expect(shown).toEqual([]);
    await last;
    expect(shown).toEqual([1]);
  },
);

test("the click of a touch comes a while after its end: until then nothing is shown either", async () => {
  const { look, shown, answer } = looking();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  const last = look();
  answer(1);
  window.dispatchEvent(Object.assign(new Event("pointerup"), { pointerType: "touch" }));
  await settled();
  expect(shown).toEqual([]);
  await last;
  expect(shown).toEqual([1]);
});
