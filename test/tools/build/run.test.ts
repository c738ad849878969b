import { command, node, typescript } from "../../../tools/build/run";

describe("running tools without a shell", () => {
  test("gives the exit code", async () => {
    expect(await node(["-e", "process.exit(3)"])).toBe(3);
  });

  test("changes the environment, and takes a variable out", async () => {
    const env = { OREBOOK_ADDED: "yes", PATH: undefined };
    expect(
      await node(
        ["-e", "process.exit(process.env.OREBOOK_ADDED === 'yes' && process.env.PATH === undefined ? 0 : 1)"],
        { env },
      ),
    ).toBe(0);
  });

  test("ends what does not end by itself", async () => {
    expect(await node(["-e", "setInterval(() => undefined, 1000)"], { limit: 100 })).toBe(1);
  });

  test("a command of a package becomes the file Node runs", () => {
    expect(command("typescript", "tsc", "--version")).toEqual([
      expect.stringMatching(/typescript.bin.tsc$/),
      "--version",
    ]);
  });

  test("a command the package does not have is named", () => {
    expect(() => command("typescript", "tsd")).toThrow("typescript has no command tsd");
  });

  test("a TypeScript file gets its loader by address, which Windows needs too", () => {
    expect(typescript("tool.ts", "--all")).toEqual([
      "--import",
      expect.stringMatching(/^file:\/\/.*tsx/),
      "tool.ts",
      "--all",
    ]);
  });
});
