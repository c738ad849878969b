import { Transport, buildWindowName } from "../../../workbench/host/transport";

const CONVERSATION = { id: "conv_1", appId: "app", hostUrl: "https://localhost:8444/host.html" };

/** A channel with the add-in's end in hand. */
function open(
  invoke: (action: string, data: unknown) => unknown,
  registered: (event: string) => void = () => undefined,
) {
  const posted: Record<string, unknown>[] = [];
  let receive: (text: unknown) => void = () => undefined;
  const channel = {
    post: (text: string) => void posted.push(JSON.parse(text) as Record<string, unknown>),
    listen: (listener: (text: unknown) => void) => {
      receive = listener;
      return () => {
        receive = () => undefined;
      };
    },
  };
  const transport = new Transport(CONVERSATION, channel, { invoke, registered });
  let correlation = 0;
  const ask = async (
    action: string,
    kind: number,
    data: unknown = null,
    conversation = CONVERSATION.id,
  ): Promise<void> => {
    receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: action,
        _conversationId: conversation,
        _correlationId: correlation++,
        _origin: "https://localhost:8443",
        _data: data,
        _actionType: kind,
        _serializerVersion: 1,
      }),
    );
    await new Promise(setImmediate);
  };
  return { transport, posted, ask, raw: (text: unknown) => receive(text) };
}

test("the window's name tells office.js the host, the conversation and where to answer", () => {
  expect(JSON.parse(buildWindowName(CONVERSATION))).toEqual({
    baseFrameName: "_xdm_conv_1",
    hostInfo: "Excel$Web$16.00$en-US$telemetry$$disableLogging$3",
    xdmInfo: "conv_1|app|https://localhost:8444/host.html",
    serializerVersion: "1",
    flights: "[]",
  });
});

test("a call is answered under its own number, from the host's origin", async () => {
  const { posted, ask } = open((action, data) => ({ action, data }));
  await ask("first", 0);
  await ask("second", 0, [1]);
  expect(posted[1]).toEqual({
    _messageType: 1,
    _actionName: "second",
    _conversationId: "conv_1",
    _correlationId: 1,
    _origin: "https://localhost:8444",
    _data: { action: "second", data: [1] },
    _errorCode: 0,
    _responseType: 0,
    _serializerVersion: 1,
  });
});

test("a throw and a rejection are answered as errors", async () => {
  const { posted, ask } = open((action) => (action === "throws" ? raise("no") : Promise.reject(new Error("later"))));
  await ask("throws", 0);
  await ask("rejects", 0);
  expect(posted.map(({ _errorCode, _data }) => [_errorCode, _data])).toEqual([
    [-3, "Error: no"],
    [-3, "Error: later"],
  ]);
});

test("events go to whom registered, under the number of the registration, until it is taken back", async () => {
  const { transport, posted, ask } = open(() => null);
  transport.fire("richApiMessage", "unheard");
  await ask("other", 0);
  await ask("richApiMessage", 1);
  transport.fire("richApiMessage", "heard");
  await ask("richApiMessage", 2);
  transport.fire("richApiMessage", "unheard");
  expect(
    posted.slice(1).map(({ _correlationId, _responseType, _data }) => [_correlationId, _responseType, _data]),
  ).toEqual([
    [1, 0, { Error: 0 }],
    [1, 1, "heard"],
    [2, 0, { Error: 0 }],
  ]);
});

test("an event that is refused is not registered", async () => {
  const { transport, posted, ask } = open(
    () => null,
    () => raise("unknown event"),
  );
  await ask("settingsChanged", 1);
  transport.fire("settingsChanged", "unheard");
  expect(posted).toHaveLength(1);
  expect(posted[0]).toMatchObject({ _errorCode: -3 });
});

test("other texts and other conversations are not answered", async () => {
  const { posted, ask, raw } = open(() => null);
  for (const text of ["", "{", "null", 7, JSON.stringify({ _messageType: 1, _conversationId: "conv_1" })]) raw(text);
  await ask("call", 0, null, "conv_2");
  expect(posted).toEqual([]);
});

test("after stop nothing is answered", async () => {
  const { transport, posted, ask } = open(() => null);
  transport.stop();
  await ask("call", 0);
  expect(posted).toEqual([]);
});

function raise(message: string): never {
  throw new Error(message);
}
