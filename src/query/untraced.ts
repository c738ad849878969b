/**
 * An error that is an answer: people ask for figures that nobody has as often as for others. Where it was thrown is of no
 * interest, and to find that out costs an engine more than the answer itself.
 */
export class Untraced extends Error {
  constructor(message: string) {
    const engine = Error as { stackTraceLimit?: number | undefined };
    const usual = engine.stackTraceLimit;
    engine.stackTraceLimit = 0;
    super(message);
    engine.stackTraceLimit = usual;
  }
}
