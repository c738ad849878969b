import { withProgress } from "../../../tools/orebook/progress";

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text.replace("\r\u001b[K", "<line>")) };
};

test("a terminal shows how far a file is, each percentage once, and an empty line in the end", async () => {
  const screen = terminal(true);
  const result = await withProgress(
    "report.xlsx",
    async (job) => {
      for (const done of [0, 1, 2, 200, 400]) job.onProgress?.({ done, total: 400 });
      return 7;
    },
    screen,
  );
  expect(result).toBe(7);
  expect(screen.written).toEqual([
    "<line>report.xlsx: 0 %",
    "<line>report.xlsx: 50 %",
    "<line>report.xlsx: 100 %",
    "<line>",
  ]);
});

test("work that fails leaves no line behind; a file or a pipe gets none", async () => {
  const [screen, pipe] = [terminal(true), terminal(false)];
  const fail = (job: Parameters<Parameters<typeof withProgress>[1]>[0]) => {
    job.onProgress?.({ done: 0, total: 0 });
    return Promise.reject(new Error("refused"));
  };
  await expect(withProgress("a.xlsx", fail, screen)).rejects.toThrow("refused");
  await expect(withProgress("a.xlsx", fail, pipe)).rejects.toThrow("refused");
  expect([screen.written, pipe.written]).toEqual([["<line>a.xlsx: 100 %", "<line>"], []]);
});
