/** What a cell shows that waits for a custom function. */
export const BUSY = "#BUSY!";
