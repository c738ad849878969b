import type { Observation, Series } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { askOfSeries } from "../../query/answer/ask";
import { knownView, type Standing } from "../../query/as-of";
import { changesBetween, correctionNote, type NewFigures, type Revision } from "../../query/changes";
import { shortCitation, sourceOf } from "../../query/citation";
import { describe } from "../../query/describe";
import { printedEvidence } from "../../query/evidence";
import { periodCell } from "../../query/period/period";
import { refuse } from "../../query/refusal";
import type { Block, Cell } from "../cells";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { asOf, count, item, optional, since } from "../reading/parameters";
import type { Session } from "../session";

const USUAL_COUNT = 200;
const MOST = 1500;

export const CHANGES = define({
  id: "METALS.CHANGES",
  summary:
    "Spills what changed since a data release or day, under a header: revised figures one a row with old, new and why; new figures one row a series with first, last and count.",
  parameters: {
    since: optional(since, "the data release before"),
    item: optional(item(undefined, "Metal or product, with the goods made of a metal", "metals"), "all items"),
    n: optional(count(MOST, "How many rows to list, revisions first"), "two hundred"),
    as_of: asOf,
  },
  spills: true,
  isWhole: () => true,
  examples: [
    { formula: "=METALS.CHANGES()", says: "What this data release brought" },
    {
      formula: '=METALS.CHANGES("2026-06-30","copper",20)',
      says: "What was printed on copper since the middle of 2026",
    },
  ],
  method({ since, item, n = USUAL_COUNT, as_of }, session) {
    const earlier = earlierView(session, as_of, since);
    const { catalogue } = as_of;
    const concerns = (series: Series) => !item || series.item === item || catalogue.metalOf(series.item) === item;
    const { revisions, added } = changesBetween(earlier, as_of, session.units, concerns);
    const rows = [
      ...revisions.map((one) => () => revisionRow(session, as_of, one)),
      ...added.map((one) => () => newRow(session, as_of, one)),
    ];
    const { changes, cells, headers } = messagesOf(session);
    const label = item && session.dataset.label("items", item, session.language);
    if (rows.length === 0) refuse("nothing", { what: changes.nothing(since?.day ?? earlier.release.id, label ?? "") });
    const further = [changes.more(rows.length - n), ...headers.changes.slice(1).map(() => cells.none)];
    return [[...headers.changes], ...rows.slice(0, n).map((row) => row()), ...(rows.length > n ? [further] : [])];
  },
});

/** The data as it was: of an earlier release, or of this one on an earlier day. */
function earlierView(session: Session, later: View, since: Standing | undefined): View {
  const { dataset } = session;
  const position = dataset.ordinalOf(later.release.id);
  const release = since?.release ?? (since ? later.release.id : dataset.before(position)?.id);
  if (!release) return refuse("nothing", { what: messagesOf(session).changes.first(later.release.id) });
  const day = since?.day ?? later.at.day;
  const isLater = dataset.ordinalOf(release) > position || (later.at.day !== undefined && day! > later.at.day);
  if (isLater)
    refuse("backwards", { argument: "since", from: since?.day ?? release, to: later.at.day ?? later.release.id });
  return knownView(dataset, { release, day });
}

function revisionRow(session: Session, view: View, { before, after, reason }: Revision): Block[number] {
  const { cells } = messagesOf(session);
  const note = correctionNote(view, after ?? before, session.language);
  const told = [note, citation(session, view, after ?? before)].filter((text) => text !== "").join("; ");
  const period = periodCell(before.period);
  const values = [valueOf(session, before), after ? valueOf(session, after) : cells.none];
  return [
    messagesOf(session).changes.reasons[reason],
    ...named(session, before.series),
    period,
    period,
    1,
    ...values,
    before.series.unit,
    told || cells.none,
  ];
}

function newRow(session: Session, view: View, { series, periods, last }: NewFigures): Block[number] {
  const { cells, changes } = messagesOf(session);
  const [from, to] = [periods[0]!, last.period].map(periodCell) as [Cell, Cell];
  return [
    changes.reasons.newPeriod,
    ...named(session, series),
    from,
    to,
    periods.length,
    cells.none,
    valueOf(session, last),
    series.unit,
    citation(session, view, last) || cells.none,
  ];
}

function named({ dataset, language }: Session, series: Series): [id: string, label: string] {
  return [series.id, describe(dataset, askOfSeries(series), language)];
}

function valueOf({ units }: Session, figure: Observation): number {
  return units.baseValue(figure).toNumber();
}

/** The documents that print a figure, or those that it was derived from. */
function citation({ dataset }: Session, view: View, figure: Observation): string {
  const ids = new Set(printedEvidence(view, [figure]).map(({ source }) => source));
  return [...new Set([...ids].map((id) => shortCitation(sourceOf(dataset, id))))].join("; ");
}
