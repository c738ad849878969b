import { isFigureColumn, type FigureColumn, type Line, type Question, type Recipe, type RowSet } from "./recipe";

/** What parts of a well-formed recipe lack of each other. */
export function coherenceFaults(recipe: Recipe): string[] {
  return [
    ...textFaults(recipe),
    ...recipe.rows.flatMap((set, i) => rowFaults(recipe, set, `rows[${i}]`)),
    ...recipe.columns.flatMap((column, i) =>
      isFigureColumn(column) ? figureFaults(recipe, column, `columns[${i}]`) : [],
    ),
  ];
}

function textFaults({ title, title_zh, columns }: Recipe): string[] {
  const oneSided = (pairs: readonly (readonly [string, string | undefined, string | undefined])[]) =>
    pairs
      .filter(([, en, zh]) => (en === undefined) !== (zh === undefined))
      .map(([at]) => `${at}: is given in one language only`);
  return oneSided([
    ["title", title, title_zh],
    ...columns.map(({ header, header_zh }, i) => [`columns[${i}].header`, header, header_zh] as const),
  ]);
}

function rowFaults(recipe: Recipe, set: RowSet, at: string): string[] {
  if (set.kind === "periods") return [...needs(recipe, "from", at), ...needs(recipe, "to", at)];
  return set.kind === "areas" ? needs(recipe, "to", at) : [];
}

function figureFaults(recipe: Recipe, column: FigureColumn, at: string): string[] {
  const { show, period, base, of, each } = column;
  const used = (["from", "to"] as const).filter(
    (end) => each || [period, base].some((text) => text?.includes(`{${end}}`)),
  );
  const withoutPeriod =
    period === undefined && !each && recipe.rows.some((set) => set.kind !== "periods" && set.kind !== "events");
  const unnamed = show === "value" && period === undefined && !each && column.header === undefined;
  const compares = show === "change" || show === "compound";
  return [
    ...used.flatMap((end) => needs(recipe, end, at)),
    ...(withoutPeriod ? [`${at}.period: is missing, and the rows are no periods`] : []),
    ...(unnamed ? [`${at}.header: is missing, for the period is that of the row`] : []),
    ...(compares && (base === undefined || base === "previous") ? [`${at}.base: is missing`] : []),
    ...(show === "part" && !of ? [`${at}.of: is missing`] : []),
    ...(asksNothing(recipe, column)
      ? [`${at}.question: no indicator in the question of the table, the row or the column`]
      : []),
  ];
}

function needs({ parameters }: Recipe, end: "from" | "to", at: string): string[] {
  return parameters[end] ? [] : [`${at}: needs the parameter ${end}`];
}

function asksNothing({ question, rows }: Recipe, column: FigureColumn): boolean {
  const names = (part: Question | undefined) => part?.indicator !== undefined || part?.series !== undefined;
  const linesOf = (set: RowSet): readonly (Line | undefined)[] =>
    set.kind === "lines" || set.kind === "periods"
      ? (set.lines ?? [undefined])
      : set.kind === "areas"
        ? [undefined]
        : [];
  return rows.flatMap(linesOf).some((line) => !names(question) && !names(column.question) && !names(line?.question));
}
