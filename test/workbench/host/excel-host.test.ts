import { createExcelHost, type ExcelHost } from "../../../workbench/host/excel-host";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";

interface Answer {
  readonly _data: Record<string, unknown>;
  readonly _errorCode: number;
}

let host: ExcelHost;
let ask: (action: string, data?: unknown, kind?: number) => Promise<Answer>;

let posted: string[];

beforeEach(() => {
  posted = [];
  let receive: (text: unknown) => void = () => undefined;
  host = createExcelHost({
    conversation: { id: "conv", appId: "app", hostUrl: "https://localhost:8444/host.html" },
    channel: {
      post: (text) => void posted.push(text),
      listen: (listener) => {
        receive = listener;
        return () => undefined;
      },
    },
    addinOrigin: "https://localhost:8443",
    workbook: createMemoryWorkbook(),
    functions: { functions: [] },
    requirementSets: { CustomFunctions: "1.7" },
  });
  ask = async (action, data = null, kind = 0) => {
    receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: action,
        _conversationId: "conv",
        _correlationId: 1,
        _data: data,
        _actionType: kind,
      }),
    );
    await new Promise(setImmediate);
    return JSON.parse(posted.at(-1)!) as Answer;
  };
});

const method = (DispatchId: number, more: object = {}): Promise<Answer> =>
  ask("executeMethod", { DdaMethod: { ControlId: "app", Version: 1, DispatchId }, ...more });

test("the application context has all the fields without which office.js does not start, and the sets asked for", async () => {
  host.workbook.settings.set("pin", "1");
  const { _data: context } = await ask("ContextActivationManager_getAppContextAsync", "app");
  const required = [
    "_id",
    "_appName",
    "_appVersion",
    "_appUILocale",
    "_dataLocale",
    "_docUrl",
    "_clientMode",
    "_settings",
    "_reason",
  ];
  expect(required.filter((field) => context[field] === undefined)).toEqual([]);
  expect(context._settings).toEqual([["pin", "1"]]);
  expect(JSON.parse(String(context._requirementMatrix))).toMatchObject({ ExcelApi: "1.15", CustomFunctions: "1.7" });
});

test("a RichApi request is answered inside the document method it came in", async () => {
  const body = JSON.stringify({
    Actions: [{ Id: 2, ActionType: 1, Name: "", ObjectPathId: 1 }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
  });
  const { _data } = await method(93, { ArrayData: ["IterativeExecutor", "POST", "ProcessQuery", [], body, 0, 1] });
  expect(_data).toMatchObject({ Version: 1, Error: 0 });
  const [status, , text] = _data.Data as [number, string[], string];
  expect([status, JSON.parse(text)]).toEqual([200, { Results: [{ ActionId: 2, Value: {} }], TraceIds: [] }]);
});

test("saved settings replace all, and are loaded again", async () => {
  await method(76, {
    DdaSettingsMethod: {
      OverwriteIfStale: true,
      Properties: [
        ["a", "1"],
        ["b", "2"],
      ],
    },
  });
  await method(76, { DdaSettingsMethod: { OverwriteIfStale: true, Properties: [["b", "3"]] } });
  expect([...host.workbook.settings]).toEqual([["b", "3"]]);
  expect((await method(75))._data).toMatchObject({ Properties: { Settings: [{ Name: "b", Value: "3" }] } });
});

test("the workbook's events are sent until the host is stopped", async () => {
  await ask("documentSelectionChanged", null, 1);
  const select = (): void => host.workbook.selection.select({ ...host.workbook.selection.area, row: 3 });
  const before = posted.length;
  select();
  expect(posted.length).toBe(before + 1);
  host.stop();
  select();
  expect(posted.length).toBe(before + 1);
});

test.each([
  ["a document method", () => method(64), "Document method 64"],
  ["an event", () => ask("bindingDataChanged", null, 1), "Event bindingDataChanged"],
  [
    "an action",
    () => ask("ContextActivationManager_openWindowInHost"),
    "Action ContextActivationManager_openWindowInHost",
  ],
])("%s the host lacks is refused and logged", async (_what, asking, name) => {
  const { _data, _errorCode } = await asking();
  expect(_errorCode !== 0 || _data.Error !== 0).toBe(true);
  expect(host.log.apiNotFound).toEqual([name]);
});
