import type { Dataset } from "../../dataset/dataset";
import type { Language } from "../../query/describe";
import type { WordList } from "../../query/words/spellings";
import { refuse } from "../../query/refusal";
import type { Cell } from "../cells";
import type { ChoiceList, ChoiceOf } from "../reading/choices";
import { define, type EnumList } from "../definition";
import { codeValues } from "../reading/code-values";
import { messagesOf } from "../messages";
import { choice } from "../reading/parameters";
import { standingView, type Session } from "../session";

type Kind = ChoiceOf<"kinds">;

/** Kinds whose words autocomplete offers too. */
const OFFERED: Readonly<Partial<Record<Kind, Exclude<EnumList, ChoiceList>>>> = {
  metals: "metals",
  countries: "countries",
  indicators: "indicators",
  units: "units",
  tables: "tables",
  "event types": "event_types",
};

const CODES: Readonly<Partial<Record<Kind, WordList>>> = { bases: "bases", stages: "stages" };

/** Kinds to which an organisation may add. */
const ADDED_TO: ReadonlySet<Kind> = new Set(["metals", "bases", "sources", "defaults"]);

export const LIST = define({
  id: "METALS.LIST",
  summary:
    "Spills the words a formula can use, with what they mean: metals, countries, indicators, units, bases, stages, tables, sources, statuses, event types, defaults.",
  parameters: {
    kind: choice(
      "kinds",
      "metals, countries, indicators, units, bases, stages, tables, sources, statuses, event types or defaults",
    ),
  },
  spills: true,
  isWhole: ({ kind }) => ADDED_TO.has(kind),
  examples: [
    { formula: '=METALS.LIST("indicators")', says: "What can be asked for" },
    { formula: '=METALS.LIST("defaults")', says: "What copper means in imports, production, reserves and prices" },
  ],
  method({ kind }, session) {
    const { none } = messagesOf(session).cells;
    const rows = rowsOf(session, kind).map((row) => row.map((cell) => (cell === "" ? none : cell)));
    return rows.length > 0 ? rows : refuse("nothing", { what: kind });
  },
});

function rowsOf(session: Session, kind: Kind): Cell[][] {
  const { dataset, words, language } = session;
  const offered = OFFERED[kind];
  if (offered)
    return codeValues(offered, dataset, words, language).map(({ word, label, tooltip }) => [
      word,
      label === word ? tooltip : label,
    ]);
  const list = CODES[kind];
  if (list)
    return [...dataset.codes(list).values()].map(({ id }) => [
      words.mainWord(list, id),
      dataset.label(list, id, language),
      note(dataset, list, id, language),
    ]);
  if (kind === "sources")
    return standingView(session)
      .sources()
      .map(({ id, title, creator, publisher, published, url }) => [id, title, publisher || creator, published, url]);
  if (kind === "statuses")
    return [...dataset.codes("statuses").values()].map(({ id }) => [id, dataset.label("statuses", id, language)]);
  return standingView(session).catalogue.defaults.map(({ indicator, item, text, text_zh }) => [
    words.mainWord("indicators", indicator),
    words.mainWord("items", item),
    language === "zh" ? text_zh : text,
  ]);
}

/** The remark of a code list, which is in English only. */
function note(dataset: Dataset, list: WordList, id: string, language: Language): string {
  return language === "en" ? String(dataset.codes(list).get(id)?.["note"] ?? "") : "";
}
