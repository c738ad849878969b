import { frequencyOf } from "../../dataset/period";
import type { View } from "../../dataset/view";
import { completeAsk, type Ask } from "../../query/answer/ask";
import { periodCell } from "../../query/period/period";
import type { WordList } from "../../query/words/spellings";
import type { Session } from "../session";

/** What a bare call means, so that it need not be said. */
const HOME = "chn";
const WORLD = "wld";

/** The qualifiers of an indicator phrase, and the list of their words. */
export const QUALIFIERS = [
  ["stage", "stages"],
  ["group", "groups"],
  ["batch", "batches"],
  ["holder", "holders"],
  ["measure", "measures"],
  ["basis", "bases"],
] as const satisfies readonly (readonly [keyof Ask, WordList])[];

/** The shortest word that reads as a code: `United States`, `smelting`. */
export function wordFor(
  { words, dataset }: Pick<Session, "words" | "dataset">,
  list: WordList,
  code: string,
  indicator?: string,
): string {
  const label = dataset.label(list, code);
  const offered = list === "areas" ? [label, code] : [code.replaceAll("-", " "), code, label];
  return offered.find((word) => words.find(list, word, indicator) === code) ?? code;
}

/** The arguments that name what is asked. */
interface Call {
  readonly indicator: string;
  readonly item: string | undefined;
  readonly country: string | undefined;
}

/** Puts codes into the plain words that functions read. */
export class Say {
  constructor(
    private readonly session: Pick<Session, "words" | "dataset">,
    private readonly view: View,
  ) {}

  word(list: WordList, code: string, indicator?: string): string {
    return wordFor(this.session, list, code, indicator);
  }

  /** The same, left out where it is what a blank means. */
  unless(usual: string, list: WordList, code: string): string | undefined {
    return code === usual ? undefined : this.word(list, code);
  }

  item({ item, indicator }: Ask): string | undefined {
    return item === "" ? undefined : this.word("items", item, indicator);
  }

  partner({ partner }: Ask): string | undefined {
    return this.unless(WORLD, "areas", partner);
  }

  reporter({ reporter }: Ask): string | undefined {
    return this.unless(HOME, "areas", reporter);
  }

  /** The country of an indicator: where trade goes or comes from, else who reports. */
  country(ask: Ask): string | undefined {
    return ask.partner ? this.partner(ask) : this.reporter(ask);
  }

  period(period: string): string | number {
    return periodCell(period);
  }

  /** Indicator, item and country of a question; those of another reporter's trade, which no words say, by a series' id. */
  named(ask: Ask, period: string): Call {
    const isForeign = ask.partner !== "" && ask.reporter !== HOME;
    const series = isForeign ? this.view.catalogue.seriesFor(ask, frequencyOf(period) ?? "a")[0] : undefined;
    if (series) return { indicator: series.id, item: undefined, country: undefined };
    return { indicator: this.phrase(ask), item: this.item(ask), country: this.country(ask) };
  }

  /** An indicator with what sets the question apart from the bare word. */
  phrase(ask: Ask): string {
    const { indicator, item } = ask;
    const bare = completeAsk(this.view, { indicator, item });
    const apart = QUALIFIERS.filter(([dimension]) => ask[dimension] && ask[dimension] !== bare[dimension]);
    return [this.word("indicators", indicator), ...apart.map(([name, list]) => this.word(list, ask[name]!))].join(" ");
  }
}
