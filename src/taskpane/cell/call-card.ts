import type { Observation } from "../../dataset/records";
import type { AuditedCall } from "../../sheets/audit/entry";
import { localFormula } from "../../sheets/formula";
import { isError } from "../../sheets/formula/value";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries } from "../context/section";
import { linkButton } from "../widgets/buttons";
import { h } from "../widgets/dom";
import { externalLink } from "../widgets/external-link";
import { iconOf } from "../widgets/icons";
import { answerText, unitOfAnswer } from "../words/answer-words";
import { seriesWords } from "../words/series-words";
import { sourceWords } from "../words/source-words";
import type { ExplainedCall, Ground } from "./explain";

/** More sources or series than this are counted, not listed. */
const SHOWN = 6;

/** What is longer is a text to be read, no figure to be seen at once. */
const LONGEST_VALUE = 40;

/** One call in the selected cell: what is asked, what is answered, who says so, and the way to its series. */
export function callCard(
  context: PaneContext,
  explained: ExplainedCall,
  isOneOfSeveral: boolean,
  open: OpenSeries,
): HTMLElement {
  const { texts } = context;
  const { call, found, question, status, grounds } = explained;
  const shown = valueText(context, call);
  const isInWords = question !== call.text;
  const series = [...new Map(call.figures.map((figure) => [figure.series.id, figure])).values()];
  return h(
    "section",
    { class: `card call-card${found.depth > 0 ? " is-nested" : ""}` },
    isOneOfSeveral && h("code.quiet", localFormula(`=${call.text}`, context.culture).slice(1)),
    h("h2", isInWords ? questionUnder(question, isOneOfSeveral ? call.id : "") : call.id),
    h("p", { class: shown.length > LONGEST_VALUE ? "call-value is-text" : "call-value" }, shown),
    status !== "" && status !== shown && h("p.quiet", status),
    grounds.length > 0 && h("h3", texts.cell.sources),
    ...grounds.slice(0, SHOWN).map((ground) => groundBlock(context, ground)),
    grounds.length > SHOWN && h("p.quiet", texts.cell.more(grounds.length - SHOWN)),
    series.length > 0 &&
      h("ul.call-series", ...series.slice(0, SHOWN).map((figure) => h("li", seriesLink(context, figure, open)))),
    series.length > SHOWN && h("p.quiet", texts.cell.more(series.length - SHOWN)),
  );
}

/** The question, without the function's name where the call itself stands above it. */
function questionUnder(question: string, id: string): string {
  const named = `${id}: `;
  return question.startsWith(named) ? question.slice(named.length) : question;
}

/** The answer as the cell would show it; of a block, how large it is. */
function valueText(context: PaneContext, { id, outcome, figures }: AuditedCall): string {
  const { cell } = context.texts;
  if (!outcome) return cell.onlyExcel;
  if (outcome.kind === "unknownFunction") return cell.unknown;
  if (outcome.kind === "refused") return outcome.error;
  const { value } = outcome;
  if (Array.isArray(value)) return context.texts.insert.size(value.length, value[0]!.length);
  if (isError(value)) return value.error;
  return typeof value === "number"
    ? answerText(context, value, unitOfAnswer(context.session, id, figures, value))
    : String(value ?? "");
}

function groundBlock(context: PaneContext, ground: Ground): HTMLElement {
  const words = sourceWords(context, ground);
  return h(
    "div.ground",
    h("p", words.citation),
    words.where !== "" && h("p.quiet", `${context.texts.source.where}: ${words.where}`),
    words.url !== "" && externalLink(context, words.url, context.texts.source.open, true),
  );
}

function seriesLink(
  { session, language, texts }: PaneContext,
  { series, period }: Observation,
  open: OpenSeries,
): HTMLElement {
  const { title, details } = seriesWords(session.dataset, series, language);
  const label = texts.cell.openSeries(title);
  return linkButton([iconOf("chart"), label], () => open(series, period), { title: details.join(", ") });
}
