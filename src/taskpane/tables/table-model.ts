import type { Session } from "../../functions";
import { refusalText } from "../../functions/messages";
import { isSerial } from "../../query/period/period-numbers";
import { readPeriod } from "../../query/period/period";
import { Refusal } from "../../query/refusal";
import type { Recipe, TableBlock } from "../../tables";
import type { ChartPlan } from "../../sheets/chart";
import type { TableRequest } from "../../sheets/tables/block";
import { blockFor, indicatorOf } from "../../sheets/tables/build-layout";
import { isDated } from "../../sheets/tables/dates";
import { tableChart } from "../../sheets/tables/table-chart";
import { layOutTable, type TableLayout } from "../../sheets/tables/layout";
import { viewAt } from "../../dataset/view";

/** The form of a table as it is first shown; "" is a blank. */
export const BLANK_FORM = {
  item: "",
  from: "",
  to: "",
  unit: "",
  mode: "formulas" as TableRequest["mode"],
  /** Whether what runs down the table runs across it instead. */
  turned: false,
  /** Whether months are dates. */
  hasDates: true,
  /** Whether rows without any figure are shown. */
  hasAllRows: false,
};

/** What the form of a table holds. */
export type TableForm = Readonly<typeof BLANK_FORM>;

/** A table as it was asked for: what it shows and how it lies on a sheet. */
export interface BuiltTable {
  readonly block: TableBlock;
  readonly request: TableRequest;
  readonly layout: TableLayout;
  readonly isOfMonths: boolean;
  readonly chart: ChartPlan | undefined;
}

/** The table, or why it cannot be. */
export type TableModel = BuiltTable | { readonly refusal: string };

export function tableModel(session: Session, recipe: Recipe, form: TableForm): TableModel {
  try {
    const said = {
      item: form.item || undefined,
      from: periodOf(form.from, "from"),
      to: periodOf(form.to, "to"),
      unit: form.unit === "" ? undefined : session.units.read(form.unit, "unit")?.id,
      // The function that spills a turned table leaves no row out.
      rows: form.hasAllRows || (form.turned && form.mode === "formulas") ? "all" : undefined,
    };
    const request: TableRequest = {
      recipe: recipe.id,
      arguments: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
      mode: form.mode,
      language: session.language,
    };
    const block = blockFor(session, request, viewAt(session.dataset, session.standing));
    const isOfMonths = block.kinds[0]?.kind === "period" && isDated(String(block.rows[0]![0]!.value));
    const layout = layOutTable(block, form.mode, session.namespace);
    return {
      block,
      request:
        isOfMonths && form.hasDates ? { ...request, arguments: { ...request.arguments, dates: "yes" } } : request,
      layout,
      isOfMonths,
      chart: tableChart(indicatorOf(session, request), block, layout),
    };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: refusalText(error, session) };
    throw error;
  }
}

/** A period as typed; a year may come as a number. */
function periodOf(text: string, argument: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const number = Number(trimmed);
  return readPeriod(Number.isFinite(number) && !isSerial(number) ? number : trimmed, argument);
}

/** Why figures are missing, each reason once. */
export function missingReasons(session: Session, { rows }: TableBlock): string[] {
  const refusals = rows.flat().flatMap(({ value }) => (value instanceof Refusal ? [refusalText(value, session)] : []));
  return [...new Set(refusals)];
}
