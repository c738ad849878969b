export { Channel, RELEASE_LIMIT, type ChannelOptions, type ChannelState } from "./channel";
export type { Notice } from "./notice";
export { ReleaseRefusal, type RefusalKind } from "./refusal";
export { Shelf } from "./shelf";
export { neededText, refusalText } from "./texts";
