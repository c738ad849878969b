/** One entry of a `richApiMessage` event: category, type, target, message, id. Several go in one event. */
export type MessageEntry = readonly [category: number, type: number, target: string, message: unknown, id: number];
