import { mainName, recipesOf } from "../../tables/recipe/recipes";
import { isHan, tokensOf } from "../../query/search/tokens";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { eventWords } from "../words/event-words";
import { containsWords } from "../widgets/filter-bar";
import { iconOf, type IconName } from "../widgets/icons";
import type { SectionHost } from "../context/section";

/** Something a search finds in another tab. */
export interface Elsewhere {
  readonly icon: IconName;
  readonly text: string;
  open(): void;
}

/** More tables than this are looked for in their own tab. */
const MOST_TABLES = 2;

/** What a search finds besides series: prebuilt tables by their names, events by everything said of them. */
export function elsewhereFinder(
  context: PaneContext,
  openSection: SectionHost["openSection"],
): (text: string) => Elsewhere[] {
  const { session, reader, language, texts, numbers } = context;
  const tables = recipesOf(session.dataset).map((recipe) => ({
    recipe,
    words: tokensOf([mainName(recipe), recipe.name, recipe.name_zh, ...(recipe.aliases ?? [])].join(" ")),
  }));
  const events = reader.view.events().map((event) => eventWords(context, event));
  return (text) => {
    const words = tokensOf(text);
    if (words.length === 0) return [];
    const hasAll = (names: readonly string[]) =>
      words.every((word) => names.some((name) => (isHan(word) ? name.includes(word) : name.startsWith(word))));
    const happened = events.filter((one) => containsWords(text.trim(), one)).length;
    return [
      ...(happened > 0
        ? [
            {
              icon: "calendar" as const,
              text: texts.events.found(numbers.count(happened)),
              open: () => openSection("events", { type: "", item: "", text: text.trim() }),
            },
          ]
        : []),
      ...tables
        .filter((table) => hasAll(table.words))
        .slice(0, MOST_TABLES)
        .map(({ recipe }) => ({
          icon: "table" as const,
          text: language === "zh" ? recipe.name_zh : recipe.name,
          open: () => openSection("tables", { recipe: recipe.id }),
        })),
    ];
  };
}

/** The ways to what was found elsewhere, as one line of buttons. */
export function elsewhereList({ texts }: PaneContext, found: readonly Elsewhere[]): HTMLElement | undefined {
  if (found.length === 0) return undefined;
  const buttons = found.map(({ icon, text, open }) =>
    h("li", {}, h("button", { class: "choice", type: "button", onclick: open }, iconOf(icon), text)),
  );
  return h("ul", { class: "choices elsewhere", "aria-label": texts.find.elsewhere }, ...buttons);
}
