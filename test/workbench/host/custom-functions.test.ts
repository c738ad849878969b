import { CustomFunctions } from "../../../workbench/host/custom-functions";
import type { FunctionsMetadata } from "../../../workbench/host/function-metadata";
import type { MessageEntry } from "../../../workbench/host/message-entry";

const FUNCTIONS: FunctionsMetadata["functions"] = [
  { id: "TOY.ADD", name: "TOY.ADD", parameters: [{ name: "a" }, { name: "b", optional: true }] },
  { id: "TOY.WAIT", name: "TOY.WAIT", parameters: [], options: { cancelable: true } },
];

function open(metadata: Partial<FunctionsMetadata> = {}) {
  const sent: (readonly MessageEntry[])[] = [];
  const functions = new CustomFunctions({
    metadata: { functions: FUNCTIONS, ...metadata },
    send: (entries) => sent.push(entries),
  });
  const service = functions.service();
  const announce = async (): Promise<void> => {
    service.call("_SetOsfControlContainerReadyForCustomFunctions", []);
    await functions.ready;
  };
  return { functions, service, sent, announce };
}

test("calls wait until the add-in is ready, and those of one turn go out together", async () => {
  const { functions, sent, announce } = open();
  void functions.invoke({ id: "TOY.ADD", args: [1], address: "Sheet1!A1" });
  void functions.invoke({ id: "toy.add", args: [1, 2] });
  await Promise.resolve();
  expect(sent).toEqual([]);
  await announce();
  expect(sent).toEqual([
    [
      [1, 1000, "", [1, "TOY.ADD", [1, null], "Sheet1!A1", 0, null], 0],
      [1, 1000, "", [2, "TOY.ADD", [1, 2], null, 0, null], 0],
    ],
  ]);
});

test("results go to their calls by number", async () => {
  const { functions, service, announce } = open();
  const [first, second] = [1, 2].map((value) => functions.invoke({ id: "TOY.ADD", args: [value] }).outcome);
  await announce();
  service.call("SetInvocationArrayResults", [
    [
      [2, false, "why", 1],
      [1, true, 5],
    ],
  ]);
  expect(await Promise.all([first, second])).toEqual([{ value: 5 }, { error: "#N/A", message: "why" }]);
});

test("a canceled call is named to the add-in", async () => {
  const { functions, sent, announce } = open();
  await announce();
  functions.invoke({ id: "TOY.WAIT", args: [] }).cancel();
  await Promise.resolve();
  expect(sent.flat()).toEqual([
    [1, 1000, "", [1, "TOY.WAIT", [], null, 1, null], 0],
    [1, 1001, "", { invocationId: 1 }, 0],
  ]);
});

test("an error among the arguments is the answer, unless functions take errors", async () => {
  const without = open();
  expect(
    await without.functions.invoke({ id: "TOY.ADD", args: [1, { error: "#REF!", message: "gone" }] }).outcome,
  ).toEqual({ error: "#REF!", message: "gone" });
  const taking = open({ allowErrorForDataTypeAny: true });
  void taking.functions.invoke({ id: "TOY.ADD", args: [{ error: "#REF!" }] });
  await taking.announce();
  expect(taking.sent.flat()).toEqual([
    [1, 1000, "", [1, "TOY.ADD", [{ type: "CustomFunctionError", code: "#REF!" }, null], null, 4, null], 0],
  ]);
});

test("a function that is not declared is #NAME? and not called", async () => {
  const { functions, sent, announce } = open();
  await announce();
  expect(await functions.invoke({ id: "TOY.NONE", args: [] }).outcome).toEqual({ error: "#NAME?", message: "" });
  expect(sent).toEqual([]);
});
