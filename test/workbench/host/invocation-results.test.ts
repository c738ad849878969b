import { readResults } from "../../../workbench/host/invocation-results";

const NOT_AVAILABLE = {
  valueType: "CustomFunctionError",
  code: "#N/A",
  type: "Error",
  basicValue: "#N/A",
  basicType: "Error",
  message: "one cell",
  errorType: "NotAvailable",
};

const OUTCOMES = [
  [1, { value: 5 }],
  [
    2,
    {
      value: [
        ["US", 2023],
        ["t", 1234.5],
      ],
    },
  ],
  [3, { error: "#N/A", message: "no quota for 2030" }],
  [4, { error: "#VALUE!", message: "" }],
  [5, { value: [[1, { error: "#N/A", message: "one cell" }]] }],
  [6, { value: 12.5 }],
  [7, { value: "" }],
  [8, { error: "#N/A", message: "one cell" }],
];

test("results of the older shape are read", () => {
  const results = [
    { id: 1, value: 5, outboundData: [0] },
    {
      id: 2,
      value: [
        ["US", 2023],
        ["t", 1234.5],
      ],
      outboundData: [0],
    },
    { id: 3, failed: true, value: "no quota for 2030", errorCode: 1, outboundData: [1] },
    { id: 4, failed: true, value: "", errorCode: 2, outboundData: [0] },
    { id: 5, value: [[1, NOT_AVAILABLE]], outboundData: [0] },
    { id: 6, value: { type: "FormattedNumber", basicValue: 12.5, numberFormat: "0.0%" }, outboundData: [0] },
    { id: 7, outboundData: [0] },
    { id: 8, failed: false, value: NOT_AVAILABLE, outboundData: [0] },
  ];
  expect([...readResults(results)]).toEqual(OUTCOMES);
});

test.each([
  ["1.7", []],
  ["1.9", [[0]]],
])("results of the shape of set %s are read", (_set, trailing) => {
  const results = [
    [1, true, 5],
    [
      2,
      true,
      [
        ["US", 2023],
        ["t", 1234.5],
      ],
    ],
    [3, false, "no quota for 2030", 1],
    [4, false, "", 2],
    [5, true, [[1, NOT_AVAILABLE]]],
    [6, true, { type: "FormattedNumber", basicValue: 12.5, numberFormat: "0.0%" }],
    [7, true, null],
    [8, true, NOT_AVAILABLE],
  ].map((result) => [...result, ...trailing]);
  expect([...readResults(results)]).toEqual(OUTCOMES);
});

test.each([
  [1, "#N/A"],
  [5, "#DIV/0!"],
  [6, "#NUM!"],
  [7, "#VALUE!"],
  [8, "#NULL!"],
  [0, "#VALUE!"],
  [3, "#VALUE!"],
  [10, "#NAME?"],
])("code %i is %s", (code, error) => {
  expect(readResults([[1, false, "why", code]]).get(1)).toEqual({ error, message: "why" });
});
