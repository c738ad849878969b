/** Tells when the page has done what it was asked: nothing is under way, and what came of it is on the screen. */
import type { Grid } from "./grid";

export class Activity {
  private underWay = 0;
  private done = 0;

  constructor({ commands }: Grid) {
    const execute = commands.executeCommand.bind(commands);
    commands.executeCommand = (id, params, options) => this.during(execute(id, params, options));
    commands.onCommandExecuted(() => {
      this.done += 1;
    });
  }

  /** Counts work as under way until it ends. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work;
    } finally {
      this.underWay -= 1;
      this.done += 1;
    }
  }

  /** Resolves when nothing has happened while the screen was drawn twice. Formulas may still wait for the add-in. */
  async settled(): Promise<void> {
    for (let before = -1; before !== this.done || this.underWay > 0;) {
      before = this.done;
      await drawn();
      await drawn();
    }
  }
}

const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
