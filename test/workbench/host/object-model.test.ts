import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import { HostLog } from "../../../workbench/host/host-log";
import { createObjectModel } from "../../../workbench/host/object-model";
import { namespaceOf } from "../../../workbench/host/object-model/custom-xml-parts";
import { RequestEngine } from "../../../workbench/host/request-engine";
import type { Workbook } from "../../../workbench/host/workbook-model";
import { RequestBuilder } from "./request";

let workbook: Workbook;
let engine: RequestEngine;

beforeEach(() => {
  workbook = createMemoryWorkbook();
  engine = new RequestEngine({
    root: createObjectModel(workbook).root,
    services: {},
    log: new HostLog(),
    group: (work) => workbook.undo.group(work),
  });
});

type Ask = (request: RequestBuilder, root: number) => void;

/** What the last action of a request came to; its code when that is an error. */
function last(ask: Ask): unknown {
  const request = new RequestBuilder();
  ask(request, request.global());
  const { Error: error, Results } = engine.execute(request.build());
  return error ? error.Code : Results.at(-1)!.Value;
}

const sheet = (request: RequestBuilder, root: number): number =>
  request.method(request.property(root, "Worksheets"), "GetActiveWorksheet");
const range = (request: RequestBuilder, root: number, address: string): number =>
  request.method(sheet(request, root), "GetRange", address);

const write = (address: string, values: unknown): unknown =>
  last((r, root) => r.set(range(r, root, address), "Values", values));
const read = (address: string, property = "values"): unknown => {
  const answer = last((r, root) => r.load(range(r, root, address), property));
  return typeof answer === "object" ? Object.values(answer as object).at(-1) : answer;
};

describe("Range", () => {
  test.each([
    ["GetCell", [1, 2], "C2"],
    ["GetRow", [1], "A2:B2"],
    ["GetColumn", [1], "B1:B3"],
    ["GetLastRow", [], "A3:B3"],
    ["GetLastColumn", [], "B1:B3"],
    ["GetLastCell", [], "B3"],
    ["GetEntireRow", [], "1:3"],
    ["GetEntireColumn", [], "A:B"],
    ["GetOffsetRange", [2, 1], "B3:C5"],
    ["GetResizedRange", [1, -1], "A1:A4"],
    ["GetAbsoluteResizedRange", [1, 5], "A1:E1"],
    ["GetBoundingRect", ["D2"], "A1:D3"],
    ["GetIntersection", ["B2:D9"], "B2:B3"],
    ["GetUsedRange", [true], "A1"],
  ])("%s(%j) of A1:B3 is %s", (method, args, address) => {
    expect(last((r, root) => r.load(r.method(range(r, root, "A1:B3"), method, ...args), "address"))).toMatchObject({
      Address: `Sheet1!${address}`,
    });
  });

  test.each([
    ["GetOffsetRange", [-1, 0]],
    ["GetResizedRange", [-3, 0]],
    ["GetCell", [0.5, 0]],
    ["GetIntersection", ["Nope!A1"]],
  ])("%s(%j) of A1:B3 is InvalidArgument", (method, args) => {
    expect(last((r, root) => r.method(range(r, root, "A1:B3"), method, ...args))).toBe("InvalidArgument");
  });

  test("no overlap is ItemNotFound or a null object", () => {
    expect(last((r, root) => r.method(range(r, root, "A1"), "GetIntersection", "B2"))).toBe("ItemNotFound");
    expect(last((r, root) => r.method(range(r, root, "A1"), "GetIntersectionOrNullObject", "B2"))).toBeNull();
  });

  test("one value fills the range, null leaves a cell", () => {
    write("A1:B2", 7);
    write("A1:B1", [[null, "x"]]);
    expect(read("A1:B2")).toEqual([
      [7, "x"],
      [7, 7],
    ]);
  });

  test.each([[[[1, 2]]], [[[1], [2]]], [[1, 2]], [[[1, 2], [3]]]])("%j does not fit A1:B2", (values) => {
    expect(write("A1:B2", values)).toBe("InvalidArgument");
  });

  test("an object is no cell value", () => {
    expect(write("A1", [[{ a: 1 }]])).toBe("InvalidArgument");
  });

  test("text that reads as a date becomes one, unless the cell is a text cell", () => {
    write("A1", [["2024-06"]]);
    last((r, root) => r.set(range(r, root, "B1"), "NumberFormat", [["@"]]));
    write("B1", [["2024-06"]]);
    expect([read("A1:B1"), read("A1:B1", "text"), read("A1:B1", "valueTypes")]).toEqual([
      [[45444, "2024-06"]],
      [["Jun-24", "2024-06"]],
      [["Double", "String"]],
    ]);
  });

  test("value types tell empty cells from text, numbers, truth values and errors", () => {
    write("A1:E1", [["", "x", 1, true, "#N/A"]]);
    expect(read("A1:E1", "valueTypes")).toEqual([["Empty", "String", "Double", "Boolean", "Error"]]);
  });

  test("whole columns read as null and cannot be written cell by cell", () => {
    expect(read("A:A")).toBeNull();
    expect(write("A:A", 1)).toBe("InvalidArgument");
  });

  test("a protected sheet denies writing and looks, until it is unprotected", () => {
    const protect = (method: string) => last((r, root) => r.call(r.property(sheet(r, root), "Protection"), method));
    const bold = () =>
      last((r, root) => r.set(r.property(r.property(range(r, root, "A1"), "Format"), "Font"), "Bold", true));
    protect("Protect");
    expect([write("A1", 1), bold()]).toEqual(["AccessDenied", "AccessDenied"]);
    protect("Unprotect");
    expect([write("A1", 1), bold()]).toEqual([null, null]);
  });

  test("the used range of values ignores cells that only have a format", () => {
    last((r, root) => r.set(range(r, root, "D9"), "NumberFormat", [["0.0"]]));
    write("B2", [[1]]);
    const used = (valuesOnly: boolean) =>
      last((r, root) => r.load(r.method(sheet(r, root), "GetUsedRange", valuesOnly), "address"));
    expect([used(true), used(false)]).toMatchObject([{ Address: "Sheet1!B2" }, { Address: "Sheet1!B2:D9" }]);
  });

  test("a name and a table's name stand for their cells", () => {
    write("A1:A2", [["head"], [5]]);
    last((r, root) => r.call(r.property(root, "Names"), "Add", "Focus", "=Sheet1!$A$2"));
    last((r, root) => r.set(r.method(r.property(root, "Tables"), "Add", "A1:A2", true), "Name", "Metals"));
    expect([read("Focus"), read("Metals", "address")]).toEqual([[[5]], "Sheet1!A1:A2"]);
  });
});

describe("worksheets", () => {
  const add = (name: unknown): unknown =>
    last((r, root) => r.load(r.method(r.property(root, "Worksheets"), "Add", name), "name"));

  test("are named by themselves when no name is given", () => {
    expect([add(null), add(null)]).toMatchObject([{ Name: "Sheet2" }, { Name: "Sheet3" }]);
  });

  test.each([
    ["sheet1", "ItemAlreadyExists"],
    ["a/b", "InvalidArgument"],
    ["x".repeat(32), "InvalidArgument"],
  ])("refuse the name %s", (name, code) => {
    expect(add(name)).toBe(code);
  });

  test("the last visible one cannot be deleted", () => {
    expect(last((r, root) => r.call(sheet(r, root), "Delete"))).toBe("InvalidArgument");
    add("Other");
    expect(last((r, root) => r.call(sheet(r, root), "Delete"))).toBeNull();
    expect(workbook.sheets.list().map(({ name }) => name)).toEqual(["Other"]);
  });

  test("take an address with their own name, and no other sheet's", () => {
    add("Other");
    expect(read("Sheet1!B2", "address")).toBe("Sheet1!B2");
    expect(read("Other!B2", "address")).toBe("InvalidArgument");
  });
});

describe("tables", () => {
  const add = (address: string, name?: string): unknown =>
    last((r, root) => {
      const table = r.method(r.property(root, "Tables"), "Add", address, true);
      if (name) r.set(table, "Name", name);
    });

  test("get names for blank and repeated columns", () => {
    write("A1:C1", [["t", "", "t"]]);
    add("A1:C2");
    expect(read("A1:C1")).toEqual([["t", "Column2", "t2"]]);
  });

  test("do not overlap and do not share a name", () => {
    add("A1:B2", "One");
    expect(add("B2:C3")).toBe("InvalidArgument");
    expect(add("D1:E2", "one")).toBe("ItemAlreadyExists");
  });

  test("give their columns by name", () => {
    write("A1:B2", [
      ["metal", "t"],
      ["Cu", 5],
    ]);
    add("A1:B2", "One");
    const body = last((r, root) => {
      const table = r.item(r.property(root, "Tables"), "One");
      r.load(r.method(r.item(r.property(table, "Columns"), "t"), "GetDataBodyRange"), "values");
    });
    expect(body).toMatchObject({ Values: [[5]] });
  });

  test("keep their cells as a range, and lose them when deleted", () => {
    write("A1:A2", [["head"], [5]]);
    add("A1:A2", "One");
    last((r, root) => r.call(r.item(r.property(root, "Tables"), "One"), "ConvertToRange"));
    expect([workbook.tables.list(), read("A2")]).toEqual([[], [[5]]]);
    add("A1:A2", "Two");
    last((r, root) => r.call(r.item(r.property(root, "Tables"), "Two"), "Delete"));
    expect([workbook.tables.list(), read("A2")]).toEqual([[], [[""]]]);
  });

  test("move with resize only below their own header", () => {
    add("A1:B2", "One");
    const resize = (to: string) => last((r, root) => r.call(r.item(r.property(root, "Tables"), "One"), "Resize", to));
    expect([resize("A1:C5"), resize("A2:C5")]).toEqual([null, "InvalidArgument"]);
    expect(workbook.tables.get("One")!.area).toMatchObject({ rowCount: 5, columnCount: 3 });
  });
});

describe("names", () => {
  const add = (name: string): unknown =>
    last((r, root) => r.call(r.property(root, "Names"), "Add", name, "=Sheet1!A1"));

  test("are unique without case and well formed", () => {
    expect([add("Focus"), add("focus"), add("2024"), add("a b")]).toEqual([
      { _Id: "Focus" },
      "ItemAlreadyExists",
      "InvalidArgument",
      "InvalidArgument",
    ]);
  });

  test("of a sheet are apart from those of the workbook", () => {
    add("Focus");
    const own = last((r, root) => r.call(r.property(sheet(r, root), "Names"), "GetItemOrNullObject", "Focus"));
    expect(own).toBeNull();
  });
});

test.each([
  ['<m xmlns="urn:x"><a/></m>', "urn:x"],
  ['<?xml version="1.0"?>\n<!-- note -->\n<m xmlns=\'urn:x\' a="xmlns"/>', "urn:x"],
  ['<p:m xmlns="urn:y" xmlns:p="urn:x"/>', "urn:x"],
  ["<m/>", ""],
])("the namespace of %s is %p", (xml, namespace) => {
  expect(namespaceOf(xml)).toBe(namespace);
});

test("a part that is not XML is refused", () => {
  expect(last((r, root) => r.method(r.property(root, "CustomXmlParts"), "Add", "not xml"))).toBe("InvalidArgument");
});

test("calculation computes formulas on Full, and none on Recalculate", async () => {
  const computed: string[] = [];
  workbook = createMemoryWorkbook({
    evaluate: (formula) => {
      computed.push(formula);
      return Promise.resolve(1);
    },
  });
  engine = new RequestEngine({
    root: createObjectModel(workbook).root,
    services: {},
    log: new HostLog(),
    group: (work) => work(),
  });
  last((r, root) => r.set(range(r, root, "A1"), "Formulas", [["=F()"]]));
  await workbook.calculation.settled();
  const calculate = (type: string) => last((r, root) => r.call(r.property(root, "Application"), "Calculate", type));
  expect([calculate("Recalculate"), computed.length]).toEqual([null, 1]);
  expect([calculate("Full"), computed.length]).toEqual([null, 2]);
  expect(calculate("Sometimes")).toBe("InvalidArgument");
});

describe("charts, which are recorded and not drawn", () => {
  const charts = (r: RequestBuilder, root: number): number => r.property(sheet(r, root), "Charts");
  const add = (): unknown => last((r, root) => r.method(charts(r, root), "Add", "Line", "A1:B3", "Columns"));

  test("are kept as they were asked for and can be read back", () => {
    add();
    last((r, root) => {
      const chart = r.item(charts(r, root), "Chart 1");
      r.set(r.property(chart, "Title"), "Text", "Copper");
      r.set(chart, "Height", 300);
      r.call(chart, "SetPosition", "D2", "H12");
    });
    expect(workbook.charts.list()).toMatchObject([
      {
        name: "Chart 1",
        type: "Line",
        seriesBy: "Columns",
        properties: { "title.text": "Copper", height: 300 },
        source: { row: 0, column: 0, rowCount: 3, columnCount: 2 },
        place: { first: { row: 1, column: 3 }, last: { row: 11, column: 7 } },
      },
    ]);
    expect(
      last((r, root) =>
        r.load(
          r.item(charts(r, root), "Chart 1"),
          "name",
          "chartType",
          "left",
          "top",
          "width",
          "height",
          "title/text",
          "legend/visible",
        ),
      ),
    ).toMatchObject({
      // The cells it is laid over come last, and decide.
      Name: "Chart 1",
      ChartType: "Line",
      Left: 144,
      Top: 15,
      Width: 240,
      Height: 165,
      Title: { Text: "Copper" },
      Legend: { Visible: true },
    });
  });

  test("tell where the values of their series come from, as they were set or by columns of the source", () => {
    add();
    const source = (index: number, dimension = "Values") =>
      last((r, root) => {
        const series = r.method(r.property(r.item(charts(r, root), "Chart 1"), "Series"), "GetItemAt", index);
        r.call(series, "GetDimensionDataSourceString", dimension);
      });
    workbook.charts.change(workbook.charts.list()[0]!.id, { properties: { "series.1.values": "Sheet1!D1:D9" } });
    expect([source(0), source(1), source(0, "YValues")]).toEqual(["Sheet1!A1:A3", "Sheet1!D1:D9", "InvalidArgument"]);
  });

  test("are deleted, and refused on a protected sheet and for cells that are none", () => {
    add();
    last((r, root) => r.call(r.item(charts(r, root), "Chart 1"), "Delete"));
    expect(workbook.charts.list()).toEqual([]);
    expect(last((r, root) => r.method(charts(r, root), "Add", "Line", "nowhere", "Auto"))).toBe("InvalidArgument");
    workbook.sheets.change(workbook.sheets.active, { isProtected: true });
    expect(add()).toBe("AccessDenied");
  });
});

test("the culture is that of the host's locale", () => {
  const german = { name: "de-DE", decimal: ",", thousands: ".", list: ";" };
  engine = new RequestEngine({
    root: createObjectModel(workbook, german).root,
    services: {},
    log: new HostLog(),
    group: (work) => work(),
  });
  expect(
    last((r, root) =>
      r.load(
        r.property(root, "Application"),
        "decimalSeparator",
        "cultureInfo/name",
        "cultureInfo/numberFormat/numberDecimalSeparator",
      ),
    ),
  ).toMatchObject({
    DecimalSeparator: ",",
    CultureInfo: { Name: "de-DE", NumberFormat: { NumberDecimalSeparator: "," } },
  });
});
