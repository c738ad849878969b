import { Answers, type CellCall, type CellPlace } from "../../../workbench/grid/answers";
import type { Outcome } from "../../../workbench/host/invocation-results";

const A1: CellPlace = { sheet: "s", row: 0, column: 0 };
const B1: CellPlace = { sheet: "s", row: 0, column: 1 };

const call = (cell: CellPlace, ...args: CellCall["args"]): CellCall => ({ cell, id: "TOY", args });

function open() {
  const asked: { readonly call: CellCall; readonly answer: (outcome: Outcome) => Promise<void> }[] = [];
  const arrived: CellPlace[] = [];
  const answers = new Answers({
    invoke: (made) =>
      new Promise((resolve) => {
        asked.push({
          call: made,
          answer: async (outcome) => {
            resolve(outcome);
            await new Promise(setImmediate);
          },
        });
      }),
    arrived: (cell) => arrived.push(cell),
  });
  return { answers, asked, arrived };
}

test("a call is made once, waited for, and then has its answer", async () => {
  const { answers, asked, arrived } = open();
  expect([answers.ask(call(A1, 1)), answers.ask(call(A1, 1))]).toEqual([undefined, undefined]);
  expect([asked.length, answers.isWaiting]).toEqual([1, true]);
  await asked[0]!.answer({ value: 5 });
  expect([arrived, answers.isWaiting, answers.ask(call(A1, 1)), asked.length]).toEqual([[A1], false, { value: 5 }, 1]);
});

test("other arguments and other cells are other calls", () => {
  const { answers, asked } = open();
  answers.ask(call(A1, 1));
  answers.ask(call(A1, 2));
  answers.ask(call(A1, "1"));
  answers.ask(call(B1, 1));
  expect(asked.length).toBe(4);
});

test("a cell that is forgotten asks afresh, others do not", async () => {
  const { answers, asked } = open();
  answers.ask(call(A1, 1));
  answers.ask(call(B1, 1));
  await asked[0]!.answer({ value: 5 });
  await asked[1]!.answer({ value: 6 });
  answers.forget(A1);
  expect([answers.ask(call(A1, 1)), answers.ask(call(B1, 1)), asked.length]).toEqual([undefined, { value: 6 }, 3]);
});

test("cells that change place have their answers at the new place, each its own; what was waited for is asked again there", async () => {
  const { answers, asked } = open();
  const C1: CellPlace = { sheet: "s", row: 0, column: 2 };
  answers.ask(call(A1, 1));
  answers.ask(call(B1, 1));
  answers.ask(call(A1, 2));
  await asked[0]!.answer({ value: 5 });
  await asked[1]!.answer({ value: 6 });
  answers.copy([
    [A1, B1],
    [B1, C1],
  ]);
  expect([A1, B1, C1].map((cell) => answers.ask(call(cell, 1)))).toEqual([{ value: 5 }, { value: 5 }, { value: 6 }]);
  expect(asked.length).toBe(3);
  answers.ask(call(B1, 2));
  expect(asked.at(-1)!.call.cell).toEqual(B1);
});

test("after a restart only what was never answered is asked again, and one answer is enough", async () => {
  const { answers, asked, arrived } = open();
  answers.ask(call(A1, 1));
  answers.ask(call(B1, 1));
  await asked[0]!.answer({ value: 5 });
  answers.askAgain();
  expect(asked.map(({ call: { cell } }) => cell)).toEqual([A1, B1, B1]);
  await asked[2]!.answer({ value: 6 });
  await asked[1]!.answer({ value: 7 });
  expect([arrived, answers.ask(call(B1, 1))]).toEqual([[A1, B1], { value: 6 }]);
});

describe("the text behind an error", () => {
  test("is that of the newest call of the cell that gave this error", async () => {
    const { answers, asked } = open();
    for (const [i, metal] of ["coper", "coopper"].entries()) {
      answers.ask(call(A1, metal));
      await asked[i]!.answer({ error: "#VALUE!", message: `${metal} is not known` });
    }
    expect(answers.message(A1, "#VALUE!")).toBe("coopper is not known");
    answers.ask(call(A1, "coper"));
    expect(answers.message(A1, "#VALUE!")).toBe("coper is not known");
    expect([answers.message(A1, "#N/A"), answers.message(B1, "#VALUE!")]).toEqual([undefined, undefined]);
  });

  test("inside a spill is found at its row and column", async () => {
    const { answers, asked } = open();
    answers.ask(call(A1));
    await asked[0]!.answer({
      value: [
        [1, 2],
        [3, { error: "#N/A", message: "not published" }],
      ],
    });
    expect(answers.message(A1, "#N/A", 1, 1)).toBe("not published");
    expect(answers.message(A1, "#N/A", 0, 1)).toBeUndefined();
  });
});
