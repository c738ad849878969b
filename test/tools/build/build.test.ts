import { releaseProblems } from "../../../tools/build/build";
import { folder } from "../folder";

describe("the data release of a build", () => {
  test.each([
    [
      "is taken when latest.json names a file that is there",
      { "build/data/latest.json": '{"file":"release-R1-1a.json"}', "build/data/release-R1-1a.json": "{}" },
      [],
    ],
    [
      "is refused when the file is not there",
      { "build/data/latest.json": '{"file":"release-R1-1a.json"}' },
      ["release-R1-1a.json, which is not there"],
    ],
    ["is refused when latest.json names none", { "build/data/latest.json": '{"release":"R1"}' }, ['the field "file"']],
    ["is refused when latest.json is cut off", { "build/data/latest.json": '{"file":' }, ["latest.json: "]],
  ])("%s", (_what, files, problems) => {
    const root = folder(files);
    try {
      expect(releaseProblems(root.path)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
    } finally {
      root.remove();
    }
  });
});
