import { HostLog } from "../../../workbench/host/host-log";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import { createObjectModel } from "../../../workbench/host/object-model";
import { RequestEngine } from "../../../workbench/host/request-engine";
import { RequestBuilder } from "./request";

const workbook = createMemoryWorkbook();
const engine = new RequestEngine({
  root: createObjectModel(workbook).root,
  services: {},
  log: new HostLog(),
  group: (work) => work(),
});

function last(ask: (request: RequestBuilder, root: number) => void): unknown {
  const request = new RequestBuilder();
  ask(request, request.global());
  const { Error: error, Results } = engine.execute(request.build());
  return error ? error.Code : Results.at(-1)!.Value;
}
const sheets = (r: RequestBuilder, root: number) => r.property(root, "Worksheets");
const active = (r: RequestBuilder, root: number) => r.method(sheets(r, root), "GetActiveWorksheet");
const range = (r: RequestBuilder, root: number, address: string) => r.method(active(r, root), "GetRange", address);

test("a workbook whose structure is protected keeps its sheets as they are, and lets cells change", () => {
  const protect = (method: string) => last((r, root) => r.call(r.property(root, "Protection"), method));
  const add = () => last((r, root) => r.method(sheets(r, root), "Add"));
  const attempts = () => [
    add(),
    last((r, root) => r.set(active(r, root), "Name", "Other")),
    last((r, root) => r.set(active(r, root), "Visibility", "Visible")),
    last((r, root) => r.call(active(r, root), "Delete")),
  ];
  add();
  protect("Protect");
  expect(attempts()).toEqual(["AccessDenied", "AccessDenied", "AccessDenied", "AccessDenied"]);
  expect(last((r, root) => r.set(range(r, root, "A1"), "Values", 1))).toBeNull();
  protect("Unprotect");
  expect(last((r, root) => r.set(active(r, root), "Name", "Other"))).toBeNull();
});

test("several rows written at once over hidden ones are misplaced; one row is not", () => {
  const values = (address: string) =>
    Object.values(last((r, root) => r.load(range(r, root, address), "values")) as object).at(-1);
  last((r, root) => r.set(range(r, root, "B2:B3"), "RowHidden", true));
  expect(last((r, root) => r.load(range(r, root, "A1:A4"), "rowHidden"))).toMatchObject({ RowHidden: null });
  last((r, root) => r.set(range(r, root, "D1:D4"), "Values", [[1], [2], [3], [4]]));
  last((r, root) => r.set(range(r, root, "E2"), "Values", [[2]]));
  expect(values("D1:E4")).toEqual([
    [1, ""],
    ["", 2],
    ["", ""],
    [2, ""],
  ]);
});

test("a name whose sheet is gone stands for nothing", () => {
  const added = workbook.sheets.add("Gone");
  workbook.names.set({
    name: "Here",
    scope: null,
    comment: "",
    visible: true,
    refersTo: { sheet: added.id, row: 0, column: 0, rowCount: 1, columnCount: 1 },
  });
  workbook.sheets.remove(added.id);
  const name = (r: RequestBuilder, root: number) => r.item(r.property(root, "Names"), "Here");
  expect(last((r, root) => r.load(name(r, root), "formula"))).toMatchObject({ Formula: "=#REF!" });
  expect(last((r, root) => r.method(name(r, root), "GetRangeOrNullObject"))).toBeNull();
});
