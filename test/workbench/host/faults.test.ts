/** What an add-in must survive, and what an older Excel does not have, from the request's side. */
import { createExcelHost, type ExcelHostOptions } from "../../../workbench/host/excel-host";
import { noFaults } from "../../../workbench/host/faults";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import type { RequestBody, ResponseBody } from "../../../workbench/host/rich-api";
import { RequestBuilder } from "./request";

const RICH_API = 93;

interface Reply {
  readonly Error: number;
  readonly Data?: readonly [number, string[], string];
}

function open(options: Partial<ExcelHostOptions> = {}) {
  const posted: { _data: Reply }[] = [];
  let receive: (text: unknown) => void = () => undefined;
  const host = createExcelHost({
    conversation: { id: "conv", appId: "app", hostUrl: "https://localhost:8444/" },
    channel: {
      post: (text) => void posted.push(JSON.parse(text) as { _data: Reply }),
      listen: (listener) => {
        receive = listener;
        return () => undefined;
      },
    },
    addinOrigin: "https://localhost:8443",
    workbook: createMemoryWorkbook(),
    functions: { functions: [] },
    ...options,
  });
  const send = async (request: RequestBody): Promise<void> => {
    const data = {
      DdaMethod: { DispatchId: RICH_API },
      ArrayData: ["", "POST", "ProcessQuery", [], JSON.stringify(request)],
    };
    receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: "executeMethod",
        _conversationId: "conv",
        _correlationId: 1,
        _data: data,
        _actionType: 0,
      }),
    );
    await new Promise(setImmediate);
  };
  const body = (reply: Reply): ResponseBody => JSON.parse(reply.Data![2]) as ResponseBody;
  return { host, posted, send, body };
}

/** A request that first writes A1, then does something more with the same range. */
function writing(more: (request: RequestBuilder, range: number) => void = () => undefined): RequestBody {
  const request = new RequestBuilder();
  const range = request.method(
    request.method(request.property(request.global(), "Worksheets"), "GetActiveWorksheet"),
    "GetRange",
    "A1",
  );
  request.set(range, "Values", [["written"]]);
  more(request, range);
  return request.build();
}

const content = ({ workbook }: ReturnType<typeof open>["host"]) =>
  workbook.cells.values({ sheet: workbook.sheets.active, row: 0, column: 0, rowCount: 1, columnCount: 1 })[0]![0];

test("a lost reply: what was asked is done, and the add-in never hears of it; the next one is answered again", async () => {
  const { host, posted, send } = open({ faults: { ...noFaults(), lostReplies: 1 } });
  await send(writing());
  expect([posted.length, content(host)]).toEqual([0, "written"]);
  await send(writing());
  expect(posted.length).toBe(1);
});

test("results of custom functions are no requests about the workbook: their replies are not the ones that get lost", async () => {
  const { posted, send } = open({ faults: { ...noFaults(), lostReplies: 1 } });
  const request = new RequestBuilder();
  request.global();
  request.call(request.service("Microsoft.ExcelServices.CustomFunctions"), "SetInvocationArrayResults", []);
  await send(request.build());
  expect(posted.length).toBe(1);
});

test("an error in the middle of a batch: what came before stays done, what came after is not, and the next batch works", async () => {
  const { host, posted, send, body } = open({ faults: { ...noFaults(), failingMember: "Range.numberFormat" } });
  const batch = writing((request, range) => {
    request.set(range, "NumberFormat", [["0.0"]]);
    request.set(range, "Values", [["too far"]]);
  });
  await send(batch);
  expect(body(posted[0]!._data).Error).toMatchObject({ Code: "GeneralException", Location: "Range.numberFormat" });
  expect(content(host)).toBe("written");
  await send(batch);
  expect(body(posted[1]!._data).Error).toBeUndefined();
  expect(content(host)).toBe("too far");
});

test("a slow host takes its time for everything, in order", async () => {
  jest.useFakeTimers({ doNotFake: ["setImmediate"] });
  try {
    const { posted, send } = open({ faults: { ...noFaults(), delay: 1000 } });
    await send(writing());
    await send(writing());
    expect(posted.length).toBe(0);
    await jest.advanceTimersByTimeAsync(1000);
    expect(posted.length).toBe(2);
  } finally {
    jest.useRealTimers();
  }
});

describe("a lower version of ExcelApi", () => {
  const asked = () => writing((request, range) => void request.load(range, "hasSpill"));

  test("has no newer members", async () => {
    const { host, posted, send, body } = open({ requirementSets: { ExcelApi: "1.11" } });
    await send(asked());
    expect(body(posted[0]!._data).Error).toMatchObject({ Code: "ApiNotFound" });
    expect(host.log.apiNotFound).toEqual(["Range.hasSpill"]);
  });

  test("has those that came with it", async () => {
    const { posted, send, body } = open({ requirementSets: { ExcelApi: "1.12" } });
    await send(asked());
    expect(body(posted[0]!._data).Error).toBeUndefined();
  });

  test("has them neither as paths, nor in the load of everything", async () => {
    const { posted, send, body } = open({ requirementSets: { ExcelApi: "1.9" } });
    await send(
      writing((request, range) => void request.load(request.method(range, "GetSpillParentOrNullObject"), "address")),
    );
    expect(body(posted[0]!._data).Error).toMatchObject({ Code: "ApiNotFound" });
    const all = writing((request, range) => void request.load(range));
    await send(all);
    expect(body(posted[1]!._data).Results.at(-1)!.Value).not.toHaveProperty("HasSpill");
  });
});

describe("the limit of 5 MB", () => {
  const LONG = "x".repeat(5 * 1024 * 1024);

  test("a request above it is refused, and nothing of it is done", async () => {
    const { host, posted, send } = open();
    await send(writing((request, range) => void request.set(range, "Values", [[LONG]])));
    expect(posted[0]!._data).toMatchObject({ Error: 5103 });
    expect(content(host)).toBe("");
  });

  test("a response above it is refused", async () => {
    const { host, posted, send } = open();
    const { workbook } = host;
    workbook.cells.enter({ sheet: workbook.sheets.active, row: 1, column: 0, rowCount: 1, columnCount: 1 }, [[LONG]]);
    const request = new RequestBuilder();
    const sheet = request.method(request.property(request.global(), "Worksheets"), "GetActiveWorksheet");
    request.load(request.method(sheet, "GetRange", "A2"), "values");
    await send(request.build());
    expect(posted[0]!._data).toMatchObject({ Error: 5104 });
  });
});
