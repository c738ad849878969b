/** A toy add-in for the tests of the host. It uses office.js exactly as an add-in does. */
(() => {
  const error = (code, message) => new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message);
  const fail = (code) => (message) => {
    throw error(code, message);
  };

  const functions = {
    "TOY.ADD": (a, b) => a + b,
    "TOY.TABLE": () => [
      ["US", 2023],
      ["t", 1234.5],
    ],
    "TOY.LATER": (value) => new Promise((resolve) => setTimeout(() => resolve(value), 20)),
    "TOY.NOT_AVAILABLE": fail("notAvailable"),
    "TOY.INVALID_VALUE": fail("invalidValue"),
    "TOY.INVALID_NUMBER": fail("invalidNumber"),
    "TOY.DIVISION_BY_ZERO": fail("divisionByZero"),
    "TOY.REJECTS": (message) => Promise.reject(error("notAvailable", message)),
    "TOY.THROWS": () => {
      throw new Error("not for the user");
    },
    "TOY.INFINITE": () => Infinity,
    "TOY.CELL_ERROR": () => [[1, error("notAvailable", "one cell")]],
    // What arrives, as text: the arguments without the invocation at their end; an error as its code.
    "TOY.ARGUMENTS": (...args) =>
      JSON.stringify(
        args.slice(0, -1).map((value) => (value instanceof CustomFunctions.Error ? `error ${value.code}` : value)),
      ),
    "TOY.ADDRESS": (invocation) => invocation.address ?? "none",
    "TOY.CANCELABLE": (invocation) => {
      window.canceled = new Promise((resolve) => {
        invocation.onCanceled = () => resolve("canceled");
      });
      return new Promise(() => undefined);
    },
  };
  for (const [id, call] of Object.entries(functions)) CustomFunctions.associate(id, call);

  Office.actions.associate("toyCommand", (event) => {
    window.commandRan = event.source.id;
    event.completed();
  });

  window.started = Office.onReady();
})();
