import type { Session } from "../../functions";
import { refusalText } from "../../functions/messages";
import { isSerial } from "../../query/period/period-numbers";
import { readPeriod } from "../../query/period/period";
import { Refusal } from "../../query/refusal";
import { build, type Recipe, type TableBlock } from "../../tables";
import type { ChartPlan } from "../../sheets/chart";
import type { TableRequest } from "../../sheets/tables/block";
import { tableChart } from "../../sheets/tables/table-chart";
import { layOutTable, type TableLayout } from "../../sheets/tables/layout";
import { viewAt } from "../../dataset/view";

/** What the form of a table holds; "" is a blank. */
export interface TableForm {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly mode: TableRequest["mode"];
  /** Whether what runs down the table runs across it instead. */
  readonly turned: boolean;
}

export const BLANK_FORM: TableForm = { item: "", from: "", to: "", unit: "", mode: "formulas", turned: false };

/** A table as it was asked for: what it shows and how it lies on a sheet, or why it cannot be. */
export type TableModel =
  | {
      readonly block: TableBlock;
      readonly request: TableRequest;
      readonly layout: TableLayout;
      readonly chart: ChartPlan | undefined;
    }
  | { readonly refusal: string };

export function tableModel(session: Session, recipe: Recipe, form: TableForm): TableModel {
  try {
    const [from, to] = [periodOf(form.from, "from"), periodOf(form.to, "to")];
    const given = { item: form.item || undefined, from, to };
    const unit = form.unit === "" ? undefined : session.units.read(form.unit, "unit");
    const block = build(recipe, { ...given, unit, view: viewAt(session.dataset, session.standing) }, session);
    const layout = layOutTable(block, form.mode, session.namespace);
    const said = Object.entries({ ...given, unit: unit?.id }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return {
      block,
      request: { recipe: recipe.id, arguments: Object.fromEntries(said), mode: form.mode, language: session.language },
      layout,
      chart: tableChart(session.dataset, block, layout),
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
