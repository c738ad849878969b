/** The XDM words: JSON texts posted between the host's window and the add-in's frame. */

export enum MessageType {
  Request = 0,
  Response = 1,
}

export enum ActionKind {
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
