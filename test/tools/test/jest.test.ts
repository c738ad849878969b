import { ofReport, type JestReport } from "../../../tools/test/jest";

const report = (changed: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...changed,
});

describe("counting jest's report", () => {
  test("counts tests", () => {
    expect(ofReport(report({ numPassedTests: 12 }), 0)).toEqual({ passed: 12, failed: 0 });
    expect(ofReport(report({ numPassedTests: 12, numFailedTests: 3 }), 1)).toEqual({ passed: 12, failed: 3 });
  });

  test("an empty suite is a failure even when jest is content", () => {
    expect(ofReport(report({}), 0)).toEqual({ passed: 0, failed: 1, note: "no tests ran" });
    expect(ofReport(report({ numPendingTests: 4 }), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("a test file that cannot be run is a failure", () => {
    expect(ofReport(report({ numPassedTests: 12, numRuntimeErrorTestSuites: 2 }), 1)).toEqual({
      passed: 12,
      failed: 2,
      note: "2 test files could not be run",
    });
  });

  test("skipped tests are neither passed nor failed, but mentioned", () => {
    expect(ofReport(report({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({
      passed: 1,
      failed: 0,
      note: "3 skipped",
    });
  });

  test("an exit code without a failed test is a failure", () => {
    expect(ofReport(report({ numPassedTests: 1 }), 1)).toEqual({
      passed: 1,
      failed: 1,
      note: "jest ended with exit code 1",
    });
  });

  test("a missing report is a failure", () => {
    expect(ofReport(undefined, 134)).toEqual({ passed: 0, failed: 1, note: "jest left no report, exit code 134" });
  });
});
