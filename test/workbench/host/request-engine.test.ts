import { HostLog } from "../../../workbench/host/host-log";
import { itemNotFound } from "../../../workbench/host/host-error";
import { hostObject, type HostClass, type HostObject } from "../../../workbench/host/host-object";
import { RequestEngine } from "../../../workbench/host/request-engine";
import type { ResponseBody } from "../../../workbench/host/rich-api";
import { RequestBuilder } from "./request";

/** A box has a size, may hold boxes, and is kept by reference when it has no name. */
interface Box {
  readonly name: string;
  size: number;
  readonly inside: Box[];
}

const BOX: HostClass<Box> = {
  name: "Box",
  identity: ({ name }) => ({ Id: name }),
  isReferenced: true,
  properties: {
    Size: { get: ({ size }) => size, set: (box, value) => void (box.size = Number(value)) },
    Label: { get: ({ name }) => `box ${name}` },
    Inside: { get: (box) => hostObject(BOXES, box) },
  },
  methods: {
    Put: (box, name) => {
      box.inside.push({ name: String(name), size: 0, inside: [] });
      return hostObject(BOX, box.inside.at(-1)!);
    },
    FindOrNullObject: (box, name) => {
      const found = box.inside.find((each) => each.name === name);
      return found ? hostObject(BOX, found) : null;
    },
    Swallow: (box, other) => {
      const given = (other as HostObject).as(BOX);
      if (!given) throw itemNotFound();
      box.inside.push(given);
    },
    Describe: ({ name }, ...args) => [name, ...args],
  },
};

const BOXES: HostClass<Box> = {
  name: "BoxCollection",
  items: ({ inside }) => inside.map((box) => hostObject(BOX, box)),
  item: ({ inside }, key) => {
    const found = inside.find(({ name }) => name === key);
    return found && hostObject(BOX, found);
  },
};

let root: Box;
let log: HostLog;
let engine: RequestEngine;
let groups: number;

beforeEach(() => {
  root = {
    name: "root",
    size: 1,
    inside: [
      { name: "a", size: 2, inside: [] },
      { name: "b", size: 3, inside: [] },
    ],
  };
  log = new HostLog();
  groups = 0;
  engine = new RequestEngine({
    root: hostObject(BOX, root),
    services: { "Service.Box": hostObject(BOX, { name: "service", size: 9, inside: [] }) },
    log,
    group: (work) => {
      groups += 1;
      return work();
    },
  });
});

/** Runs a request and gives the value of one of its actions. */
function answer(response: ResponseBody, action: number): unknown {
  return response.Results.find(({ ActionId }) => ActionId === action)?.Value;
}

describe("object paths", () => {
  test("properties, methods, items and services lead to objects, each answered with its identity", () => {
    const request = new RequestBuilder();
    const box = request.global();
    const inside = request.property(box, "Inside");
    request.item(inside, "b");
    request.service("Service.Box");
    const values = engine.execute(request.build()).Results.map(({ Value }) => Value);
    expect(values).toEqual([
      { Id: "root", _ReferenceId: "ref1" },
      {},
      { Id: "b", _ReferenceId: "ref2" },
      { Id: "service", _ReferenceId: "ref3" },
    ]);
  });

  test("a method on a path runs once, however often the path is used", () => {
    const request = new RequestBuilder();
    const put = request.method(request.global(), "Put", "c");
    request.set(put, "Size", 5);
    request.load(put, "size");
    engine.execute(request.build());
    expect(root.inside.map(({ name, size }) => [name, size])).toEqual([
      ["a", 2],
      ["b", 3],
      ["c", 5],
    ]);
  });

  test("an argument that is a path arrives as its object", () => {
    const request = new RequestBuilder();
    const box = request.global();
    const a = request.item(request.property(box, "Inside"), "a");
    request.callWith(box, "Swallow", a);
    engine.execute(request.build());
    expect(root.inside.map(({ name }) => name)).toEqual(["a", "b", "a"]);
  });

  test("a kept reference leads back to its object in a later request, and not after it is removed", () => {
    const first = new RequestBuilder();
    const box = first.global();
    const kept = first.item(first.property(box, "Inside"), "a");
    first.call(kept, "_KeepReference");
    const load = first.load(kept, "size");
    expect(answer(engine.execute(first.build()), load)).toEqual({ Id: "a", Size: 2 });

    const later = (): ResponseBody => {
      const request = new RequestBuilder();
      request.load(request.reference("ref2"), "size");
      return engine.execute(request.build());
    };
    expect(later().Results.at(-1)?.Value).toEqual({ Id: "a", Size: 2 });

    const removal = new RequestBuilder();
    removal.call(removal.global(), "_RemoveReference", "ref2");
    engine.execute(removal.build());
    expect(later().Error).toMatchObject({ Code: "InvalidReference" });
  });
});

describe("null objects", () => {
  test("what is looked for in vain, and everything below it, is null and no error", () => {
    const request = new RequestBuilder();
    const none = request.method(request.global(), "FindOrNullObject", "z");
    const below = request.property(none, "Inside");
    const load = request.load(below, "size");
    request.set(none, "Size", 4);
    const response = engine.execute(request.build());
    expect(response.Error).toBeUndefined();
    expect(answer(response, load)).toBeNull();
    expect(response.Results.map(({ Value }) => Value).slice(1)).toEqual([null, null, null, null]);
  });

  test("GetItemOrNullObject and GetCount come with every collection", () => {
    const request = new RequestBuilder();
    const inside = request.property(request.global(), "Inside");
    const none = request.method(inside, "GetItemOrNullObject", "z");
    const load = request.load(none, "size");
    const count = request.call(inside, "GetCount");
    const response = engine.execute(request.build());
    expect([answer(response, load), answer(response, count)]).toEqual([null, 2]);
  });
});

describe("loads", () => {
  const loaded = (collection: boolean, ...select: string[]): unknown => {
    const request = new RequestBuilder();
    const box = request.global();
    const load = request.load(collection ? request.property(box, "Inside") : box, ...select);
    return answer(engine.execute(request.build()), load);
  };

  test("answer the properties asked for under their wire names", () => {
    expect(loaded(false, "size", "label")).toEqual({ Id: "root", Size: 1, Label: "box root" });
  });

  test("without names, or with a star, answer every plain property", () => {
    expect(loaded(false)).toEqual({ Id: "root", Size: 1, Label: "box root" });
    expect(loaded(false, "*")).toEqual({ Id: "root", Size: 1, Label: "box root" });
  });

  test("of a collection answer its items", () => {
    expect(loaded(true, "size")).toEqual({
      _Items: [
        { Id: "a", Size: 2 },
        { Id: "b", Size: 3 },
      ],
    });
  });

  test("go down through objects and collections", () => {
    expect(loaded(false, "inside/size", "size")).toEqual({
      Id: "root",
      Size: 1,
      Inside: {
        _Items: [
          { Id: "a", Size: 2 },
          { Id: "b", Size: 3 },
        ],
      },
    });
  });

  test("of part of a collection skip and stop", () => {
    const request = new RequestBuilder();
    const inside = request.property(request.global(), "Inside");
    const { Actions, ...rest } = request.build();
    const query = {
      Id: 99,
      ActionType: 2,
      Name: "",
      ObjectPathId: inside,
      QueryInfo: { Select: ["size"], Skip: 1, Top: 1 },
    };
    expect(answer(engine.execute({ ...rest, Actions: [...Actions, query] }), 99)).toEqual({
      _Items: [{ Id: "b", Size: 3 }],
    });
  });
});

describe("errors", () => {
  test("stop the request at their action, keep the results before, and say where they happened", () => {
    const request = new RequestBuilder();
    const box = request.global();
    request.set(box, "Size", 7);
    request.item(request.property(box, "Inside"), "z");
    request.set(box, "Size", 8);
    const response = engine.execute(request.build());
    expect(response.Error).toEqual({
      Code: "ItemNotFound",
      Message: "The requested resource doesn't exist.",
      Location: "BoxCollection.getItem",
      HttpStatusCode: 404,
      ActionIndex: 3,
    });
    expect(response.Results).toHaveLength(3);
    expect(root.size).toBe(7);
  });

  test.each([
    ["a property", (request: RequestBuilder, box: number) => void request.load(box, "colour"), "Box.colour"],
    ["a method", (request: RequestBuilder, box: number) => void request.call(box, "Paint"), "Box.paint"],
    [
      "a read-only property that is set",
      (request: RequestBuilder, box: number) => void request.set(box, "Label", "x"),
      "Box.label",
    ],
    [
      "an object below a property",
      (request: RequestBuilder, box: number) => void request.property(box, "Lid"),
      "Box.lid",
    ],
    ["a service", (request: RequestBuilder) => void request.service("Service.None"), "Service.None"],
  ])("name %s the host lacks, once in the log", (_what, ask, name) => {
    for (let times = 0; times < 2; times++) {
      const request = new RequestBuilder();
      ask(request, request.global());
      expect(engine.execute(request.build()).Error).toMatchObject({
        Code: "ApiNotFound",
        Message: expect.stringContaining(name) as string,
      });
    }
    expect(log.apiNotFound).toEqual([name]);
    expect(log.errors).toHaveLength(2);
  });

  test("action types the host does not know are refused", () => {
    const request = new RequestBuilder();
    const box = request.global();
    const { Actions, ...rest } = request.build();
    const update = { Id: 99, ActionType: 9, Name: "", ObjectPathId: box };
    expect(engine.execute({ ...rest, Actions: [...Actions, update] }).Error).toMatchObject({ Code: "ApiNotFound" });
  });
});

test("plain arguments arrive as they were sent", () => {
  const request = new RequestBuilder();
  const action = request.call(request.global(), "Describe", null, [[1, "x"]], false);
  expect(answer(engine.execute(request.build()), action)).toEqual(["root", null, [[1, "x"]], false]);
});

test("a trace comes back both as a result and among the trace ids", () => {
  const request = new RequestBuilder();
  request.global();
  const trace = request.trace();
  const response = engine.execute(request.build());
  expect(response.TraceIds).toEqual([trace]);
  expect(response.Results).toContainEqual({ ActionId: trace, Value: null });
});

test("a request is one undo group", () => {
  const request = new RequestBuilder();
  const box = request.global();
  request.set(box, "Size", 2);
  request.set(box, "Size", 3);
  engine.execute(request.build());
  expect(groups).toBe(1);
});

test("the requests of one run are one entry of the undo stack; the next run is apart, and requests of services do not count", () => {
  const runs: object[] = [];
  const counted = new RequestEngine({
    root: hostObject(BOX, root),
    services: { "Service.Box": hostObject(BOX, { name: "service", size: 9, inside: [] }) },
    log,
    group: (work, run) => {
      runs.push(run);
      return work();
    },
  });
  const send = (request: RequestBuilder, start: (of: RequestBuilder) => number): void => {
    request.set(start(request), "Size", 5);
    counted.execute(request.build());
  };
  send(new RequestBuilder(), (request) => request.global());
  const kept = new RequestBuilder();
  kept.call(kept.method(kept.global(), "FindOrNullObject", "a"), "_KeepReference");
  const { _ReferenceId: id } = answer(counted.execute(kept.build()), 4) as { _ReferenceId: string };
  send(new RequestBuilder(100), (request) => request.reference(id));
  send(new RequestBuilder(), (request) => (request.global(), request.service("Service.Box")));
  send(new RequestBuilder(200), (request) => request.reference(id));
  send(new RequestBuilder(), (request) => request.global());
  // Another run begins and ends while this one goes on.
  send(new RequestBuilder(300), (request) => request.reference(id));
  // One whose numbers are nearer, and that was given nothing.
  const long = new RequestBuilder();
  const path = long.global();
  for (let i = 0; i < 350; i++) long.set(path, "Size", i);
  counted.execute(long.build());
  send(new RequestBuilder(400), (request) => request.reference(id));
  const names = runs.map((run) => runs.indexOf(run));
  expect(names).toEqual([0, 1, 1, 1, 4, 1, 6, 1]);
});
