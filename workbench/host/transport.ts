/** The XDM words: JSON texts posted between the host's window and the add-in's frame. */

export enum MessageType {
  Request = 0,
  Response = 1,
}

enum ActionKind {
  Invoke = 0,
  RegisterEvent = 1,
  UnregisterEvent = 2,
}

export enum ResponseType {
  ForCalling = 0,
  ForEventing = 1,
}

export enum InvokeResultCode {
  NoError = 0,
  ErrorInResponse = -3,
}

/** What the add-in asks the host. */
export interface XdmRequest {
  readonly _messageType: MessageType.Request;
  readonly _actionName: string;
  readonly _actionType: ActionKind;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** Reads a posted text; null when it is anything but a request of this conversation. */
export function readRequest(text: unknown, conversationId: string): XdmRequest | null {
  if (typeof text !== "string") return null;
  try {
    const message = JSON.parse(text) as Partial<XdmRequest> | null;
    return message?._messageType === MessageType.Request && message._conversationId === conversationId
      ? (message as XdmRequest)
      : null;
  } catch {
    return null;
  }
}

/** The two windows of a conversation, so that it can be held without any. */
export interface Channel {
  /** Posts a text to the add-in. */
  post(text: string): void;
  /** Hands over every text that comes from the add-in; returns what ends it. */
  listen(receive: (text: unknown) => void): () => void;
}

export interface Conversation {
  readonly id: string;
  readonly appId: string;
  /** Address of the host's page; its host name is what office.js trusts. */
  readonly hostUrl: string;
}

/** Type, platform, file version, locale, correlation, dialog, logging, flags: 3 is a shared runtime with custom functions. */
const HOST_INFO = "Excel$Web$16.00$en-US$telemetry$$disableLogging$3";

/** `window.name` of the add-in's frame: how office.js learns where it runs and whom to talk to. */
export function buildWindowName({ id, appId, hostUrl }: Conversation): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${id}`,
    hostInfo: HOST_INFO,
    xdmInfo: `${id}|${appId}|${hostUrl}`,
    serializerVersion: "1",
    flights: "[]",
  });
}

interface TransportHandlers {
  /** Answers a call by its action name, at once or later; a throw is answered as an error. */
  invoke(action: string, data: unknown): unknown;
  /** Milliseconds that everything takes longer; none unless said otherwise. */
  delay?(): number;
  /** Told when the add-in begins to listen to an event; a throw refuses it. */
  registered(event: string): void;
}

export class Transport {
  private readonly registrations = new Map<string, number>();
  private readonly origin: string;
  readonly stop: () => void;

  constructor(
    private readonly conversation: Conversation,
    private readonly channel: Channel,
    private readonly handlers: TransportHandlers,
  ) {
    this.origin = new URL(conversation.hostUrl).origin;
    this.stop = channel.listen((text) => {
      const request = readRequest(text, conversation.id);
      if (request) void this.receive(request);
    });
  }

  /** Sends an event; the add-in ignores what it did not register for. */
  fire(event: string, data: unknown): void {
    const correlation = this.registrations.get(event);
    if (correlation !== undefined)
      this.send(event, correlation, ResponseType.ForEventing, data, InvokeResultCode.NoError);
  }

  private async receive(request: XdmRequest): Promise<void> {
    const { _actionName: action, _correlationId: correlation } = request;
    const delay = this.handlers.delay?.() ?? 0;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      const data = await this.answer(request);
      this.send(action, correlation, ResponseType.ForCalling, data, InvokeResultCode.NoError);
    } catch (error) {
      this.send(action, correlation, ResponseType.ForCalling, String(error), InvokeResultCode.ErrorInResponse);
    }
  }

  private answer(request: XdmRequest): unknown {
    switch (request._actionType) {
      case ActionKind.Invoke:
        return this.handlers.invoke(request._actionName, request._data);
      case ActionKind.RegisterEvent:
        this.handlers.registered(request._actionName);
        this.registrations.set(request._actionName, request._correlationId);
        return { Error: 0 };
      case ActionKind.UnregisterEvent:
        this.registrations.delete(request._actionName);
        return { Error: 0 };
    }
  }

  private send(action: string, correlation: number, type: ResponseType, data: unknown, code: InvokeResultCode): void {
    this.channel.post(
      JSON.stringify({
        _messageType: MessageType.Response,
        _actionName: action,
        _conversationId: this.conversation.id,
        _correlationId: correlation,
        _origin: this.origin,
        _data: data,
        _errorCode: code,
        _responseType: type,
        _serializerVersion: 1,
      }),
    );
  }
}

/** The channel to a frame. Only texts from that frame's window are taken. */
export function frameChannel(host: Window, frame: HTMLIFrameElement, addinOrigin: string): Channel {
  return {
    post: (text) => frame.contentWindow?.postMessage(text, addinOrigin),
    listen: (receive) => {
      const listener = (event: MessageEvent): void => {
        if (event.source === frame.contentWindow && event.origin === addinOrigin) receive(event.data);
      };
      host.addEventListener("message", listener);
      return () => host.removeEventListener("message", listener);
    },
  };
}
