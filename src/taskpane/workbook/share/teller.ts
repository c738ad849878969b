import { addressOf, cellsOf, type Place } from "../../../sheets/notation/place";
import type { ShareObstacle } from "../../../sheets/share/plan";
import type { ShareSummary } from "../../../sheets/share/summary";
import { replacedWords, tallyOf, type Tally } from "../../../sheets/share/tally";
import { NOT_AVAILABLE } from "../../../sheets/write/content";
import type { RestoreResult } from "../../../workbook/share/restore";
import type { KeptFormulas } from "../../../workbook/share/share";
import type { PaneContext } from "../../context/pane-context";
import type { Notice } from "../../insert/notice";
import { h } from "../../widgets/dom";
import { listOf } from "../progress/findings";
import type { ShareViewTexts } from "./texts";

/** More places or sheets than this nobody reads in a sentence. */
const MOST_WORDS = 8;

type Told = (HTMLElement | false)[];

const line = (text: string | false): HTMLElement | false => text !== false && h("p", text);

/** Says what sharing and restoring would do and what came of them. `go` makes the button that leads to a place. */
export class Teller {
  constructor(
    private readonly texts: ShareViewTexts,
    private readonly context: PaneContext,
    private readonly go: (place: Place) => HTMLElement,
  ) {}

  /** What would be replaced; `leaving` is the choice to leave out what may not be passed on. */
  plan(summary: ShareSummary, leaving: HTMLElement): Told {
    const { texts } = this;
    const { formulas, missing, cells, sheets, told, licensed } = summary;
    const { licensees, formulas: bound, tables } = licensed;
    const whose = licensees.join(", ");
    return [
      line(formulas > 0 && texts.will(this.count(formulas), this.count(cells), this.firstOf(sheets))),
      line(told.length > 0 && texts.told(this.count(told.length), NOT_AVAILABLE)),
      line(missing > 0 && texts.missingTold(this.count(missing), NOT_AVAILABLE)),
      line(bound.length > 0 && texts.licensed(this.count(bound.length), whose)),
      line(tables.length > 0 && texts.licensedTables(this.count(tables.length), whose)),
      bound.length + tables.length > 0 && leaving,
      ...this.errors(summary, texts.errorsKept),
      h("p.quiet", texts.kept),
    ];
  }

  /** What stands in the way, and how to go on. */
  obstacles(obstacles: readonly ShareObstacle[], stays: Told = []): Told {
    const { title, nothing } = this.texts.obstacles;
    if (obstacles.every(({ reason }) => reason === "nothing")) return [line(nothing), ...stays];
    return [line(title), h("ul", ...obstacles.map((one) => h("li", this.obstacle(one))))];
  }

  /** What stays an error and why, and which charts are to be looked at. */
  errors({ kept, unreadCharts }: ShareSummary, headed: (count: string) => string): Told {
    const { texts } = this;
    const charts = unreadCharts.map(({ name, sheet }) => texts.chart(name, sheet));
    return [
      ...this.listed(kept, headed(this.count(kept.length)), ({ place, reader }) => {
        const whose = reader.kind === "formula" ? addressOf(reader.place) : reader.name;
        return [this.go(place), ` ${texts.errorReaders[reader.kind](whose)}`];
      }),
      line(charts.length > 0 && texts.unreadCharts(this.firstOf(charts), NOT_AVAILABLE)),
    ];
  }

  kept(found: KeptFormulas): Told {
    const { texts } = this;
    if (found.formulas + found.missing === 0) return [line(texts.nothingToRestore)];
    return [line(texts.keptHere(this.words(found), isOne(found), found.sheet)), h("p.quiet", found.line)];
  }

  /** Which formulas stay away, and which show something else than before. */
  restored(outcome: RestoreResult): Told {
    if (outcome.kind !== "restored") return [];
    const { texts } = this;
    const { left, different } = outcome;
    const stayed = tallyOf(left.map(({ shared }) => shared));
    return [
      ...this.listed(left, texts.left(this.words(stayed), isOne(stayed)), ({ shared, reason }) => [
        `${shared.sheet}, ${cellsOf(shared.area)}: ${texts.leftReasons[reason]}`,
      ]),
      ...this.listed(different, texts.different(this.count(different.length)), (place) => [this.go(place)]),
    ];
  }

  restoreNotice(outcome: RestoreResult): Notice {
    const { texts } = this;
    if (outcome.kind === "nothing") return { tone: "plain", text: texts.nothingToRestore };
    if (outcome.kind === "refused")
      return {
        tone: "warning",
        text: outcome.reason === "selection" ? texts.obstacles.selection : texts.ledgerProtected(outcome.sheet),
      };
    const isWhole = outcome.left.length + outcome.different.length === 0;
    return {
      tone: isWhole ? "success" : "warning",
      text: outcome.places.length === 0 ? "" : texts.restored(this.words(outcome.restored), isOne(outcome.restored)),
    };
  }

  words(tally: Tally): string {
    return replacedWords(this.context.language, tally, (value) => this.count(value));
  }

  private obstacle(obstacle: ShareObstacle): string {
    const { obstacles } = this.texts;
    switch (obstacle.reason) {
      case "selection":
      case "nothing":
        return obstacles[obstacle.reason];
      case "protected":
        return obstacles.protected(this.firstOf(obstacle.sheets));
      case "ownSheet":
        return obstacles.ownSheet[obstacle.refusal.reason]("sheet" in obstacle.refusal ? obstacle.refusal.sheet : "");
      default:
        return obstacles[obstacle.reason](this.firstOf(obstacle.places.map(addressOf)));
    }
  }

  private listed<T>(found: readonly T[], headed: string, lineOf: (one: T) => (Node | string)[]): Told {
    const rest = (more: number) => this.texts.more(this.count(more));
    return found.length > 0 ? [line(headed), listOf(found, lineOf, rest)] : [];
  }

  /** The first of some words, and how many more there are. */
  private firstOf(words: readonly string[]): string {
    const shown = words.slice(0, MOST_WORDS).join(", ");
    const more = words.length - MOST_WORDS;
    return more > 0 ? `${shown} ${this.texts.more(this.count(more))}` : shown;
  }

  private count(value: number): string {
    return this.context.numbers.count(value);
  }
}

function isOne({ formulas, missing }: Tally): boolean {
  return formulas + missing === 1;
}
