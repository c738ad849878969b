import type { ReleaseControl } from "../../../workbook/refresh/release-control";
import { awaitedView } from "../../context/awaited-view";
import type { PaneContext } from "../../context/pane-context";
import type { Section, SectionView } from "../../context/section";
import { h } from "../../widgets/dom";
import { progressBar } from "../progress/progress-bar";
import { channelPart, calendarPart, newsPart } from "./parts/news-part";
import { differencePart } from "./parts/difference-part";
import { logPart, outcomePart } from "./parts/outcome-part";
import type { RefreshPage } from "./parts/part";
import { pinPart, standingPart } from "./parts/standing-part";
import { refreshViewTexts } from "./texts";

/** The tab on data releases: where the workbook stands, what newer data would change. */
export const refreshSection: Section = {
  id: "updates",
  title: ({ sections }) => sections.updates,
  open: (context) =>
    context.releases
      ? awaitedView(context.texts, context.releases, (releases) => refreshView(context, releases))
      : outsideExcel(context),
};

/** Where the workbook stands, what newer data would change, and the steps a person can take. What goes on outlives the view. */
export function refreshView(context: PaneContext, releases: ReleaseControl): SectionView {
  const texts = refreshViewTexts[context.language];
  const title = h("h1", { tabindex: -1 }, texts.title);
  const page: RefreshPage = { context, texts, releases, heir: title };
  const difference = differencePart(page);
  const standing = standingPart(page, () => releases.move(difference.wishes()));
  const [outcome, channel] = [outcomePart(page), channelPart(page)];
  const folded = [pinPart(page), logPart(page), newsPart(page)];
  const parts = [standing, outcome, difference, channel, ...folded];
  const progress = progressBar({
    label: () => texts.busy,
    cancelText: texts.cancel,
    cancel: () => releases.cancel(),
    heir: () => title,
  });
  const element = h(
    "section.view.refresh-view",
    { "aria-label": texts.title },
    title,
    standing.element,
    progress.element,
    outcome.element,
    difference.element,
    difference.written,
    channel.element,
    ...folded.map((part) => part.element),
    calendarPart(page),
  );
  const show = () => {
    const { state } = releases;
    for (const part of parts) part.show(state);
    for (const action of element.querySelectorAll(".refresh-action"))
      action.toggleAttribute("disabled-focusable", state.busy !== undefined);
    progress.show(state.busy?.part);
  };
  const end = releases.onChange(show);
  show();
  return {
    element,
    focus: () => title.focus(),
    /** Looks for newer data, when it first comes into sight. */
    shown: () => {
      void releases.look();
      if (releases.state.channel.kind === "idle") void releases.check();
    },
    dispose: () => {
      end();
      progress.dispose();
    },
  };
}

function outsideExcel({ language }: PaneContext): SectionView {
  const texts = refreshViewTexts[language];
  const title = h("h1", { tabindex: -1 }, texts.title);
  const element = h("section.view.refresh-view", { "aria-label": texts.title }, title, h("p.quiet", texts.notInExcel));
  return { element, focus: () => title.focus() };
}
