import { completeAsk } from "../query/answer/ask";
import type { ColumnKind } from "./block";
import type { Context } from "./context";
import type { Column, FigureColumn } from "./recipe/recipe";
import { fill, textsIn } from "./texts";

/** Dimensions whose words a text may hold, with their code lists. */
export const DIMENSION_LISTS = {
  reporter: "areas",
  partner: "areas",
  stage: "stages",
  group: "groups",
  batch: "batches",
  measure: "measures",
  basis: "bases",
} as const;

type Filling = Readonly<Record<string, string | undefined>>;

/** What the placeholders of title, subtitle and notes stand for. */
export function tableWords(context: Context, kinds: readonly ColumnKind[]): Filling {
  const units = new Set(kinds.flatMap((kind) => (kind.kind === "value" ? (kind.unit ?? []) : [])));
  // A table of changes alone is in fractions.
  const [unit = kinds.some(({ kind }) => kind === "fraction") ? "1" : undefined] = units;
  const { dataset, language } = context.session;
  return { ...common(context), ...dimensionWords(context), unit: unit && dataset.label("units", unit, language) };
}

/** What the placeholders of a header stand for. */
export function columnWords(context: Context, column: Column, period: string): Filling {
  const base =
    "base" in column && column.base !== undefined && column.base !== "previous"
      ? fill((column as FigureColumn).base!, { from: context.from, to: context.to })
      : "";
  return { ...common(context), period, base };
}

function common({ session: { dataset, language }, item, from, to, unit, day }: Context): Filling {
  const label = (list: string, code: string | undefined) => code && dataset.label(list, code, language);
  return {
    item: label("items", item),
    from,
    to,
    span: textsIn(language).between(from, to),
    day,
    unit: label("units", unit?.id),
  };
}

/** The words of what all cells have in common. */
function dimensionWords({ recipe, item, reader, session: { dataset, language } }: Context): Filling {
  const { indicator } = recipe.question ?? {};
  if (!indicator) return {};
  const ask = completeAsk(reader.view, { item, ...recipe.question, indicator });
  return Object.fromEntries(
    Object.entries(DIMENSION_LISTS).map(([dimension, list]) => {
      const code = ask[dimension as keyof typeof DIMENSION_LISTS];
      return [dimension, code ? dataset.label(list, code, language) : undefined];
    }),
  );
}
