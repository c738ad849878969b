/** A text that is not a formula. The message says where and why; `at` counts characters from the equals sign, which is the first. */
export class FormulaSyntaxError extends Error {
  override readonly name = "FormulaSyntaxError";

  constructor(reason: string, at?: number) {
    super(`The formula could not be read${at === undefined ? "" : ` at character ${at}`}: ${reason}.`);
  }
}
