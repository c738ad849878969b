import type { Standing } from "../../../../sheets/record/standing";
import { standingText } from "../../../../sheets/refresh/texts";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import { fill, h } from "../../../widgets/dom";
import { actionButton, keyed, type RefreshPage, type RefreshPart } from "./part";
import { fluentButton } from "../../../widgets/buttons";
import { segments } from "../../../widgets/segments";

/** Which release the workbook is on, what is odd about that, and what to do next; `resume` ends a refresh that was broken off. */
export function standingPart(page: RefreshPage, resume: () => unknown): RefreshPart {
  const { context, texts, releases } = page;
  const { language } = context;
  const element = h("div.refresh-standing", { role: "status" });
  const named = (standing: Standing) => standingText(standing, language);
  const look = actionButton("", () => releases.compare("refresh"));
  const warned = (text: string) => h("p.refresh-warning", text);
  const build = ({ standing, newest, movedElsewhere: moved, isMarked, earlier, canUndo, channel }: ReleaseState) => {
    const { release, date, day, refreshing } = standing;
    const isNewer = release !== newest.id;
    fill(look, isNewer ? texts.look : texts.lookAtTables);
    fill(
      element,
      h("p", ...wholeDates(texts.stands(release, date))),
      day !== undefined && h("p", ...wholeDates(texts.pinned(day))),
      refreshing && warned(texts.unfinished),
      moved && warned(texts.moved(named(moved.from), named(moved.to))),
      (isNewer || channel.kind !== "offered") &&
        h("p", ...wholeDates(isNewer ? texts.newer(newest.id, newest.date) : texts.newest)),
      isNewer && h("p.quiet", language === "zh" ? newest.summary_zh : newest.summary),
      h(
        "div.refresh-buttons",
        refreshing && actionButton(texts.resume, resume, "primary"),
        moved && actionButton(texts.catchUp, () => releases.catchUp(), "primary"),
        // On the newest release there may still be tables of an earlier one.
        look,
        earlier && !canUndo && actionButton(texts.back(named(earlier)), () => releases.compare("back")),
        isMarked && actionButton(texts.unmark, () => releases.unmark()),
      ),
    );
  };
  const renew = keyed(element, page);
  return {
    element,
    show(state) {
      const { standing, newest, movedElsewhere, isMarked, earlier, canUndo, channel, comparison } = state;
      const isOffered = channel.kind === "offered";
      const key = [standing, newest.id, movedElsewhere, isMarked, earlier, canUndo, isOffered];
      renew(JSON.stringify(key), () => build(state));
      // What is to be done next stands out.
      if (standing.release !== newest.id && !comparison) look.setAttribute("appearance", "primary");
      else look.removeAttribute("appearance");
    },
  };
}

/** A text whose dates are not broken over two lines. */
function wholeDates(text: string): (string | HTMLElement)[] {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, i) => (i % 2 === 0 ? part : h("span.date", part)));
}

const CHOICES = ["ask", "never"] as const;

/** Pinning the workbook to a day, and whether it may ask about newer data. */
export function pinPart({ texts, releases }: RefreshPage): RefreshPart {
  const day = h("input.field-input", { type: "date", "aria-label": texts.day, oninput: () => enable() });
  const look = fluentButton(texts.pin, () => releases.compare("pin", day.value), { disabled: true });
  const unpin = fluentButton(texts.unpin, () => releases.compare("unpin"));
  const buttons = h("div.refresh-buttons", day, look, unpin);
  const asking = segments(
    texts.onOpen,
    CHOICES.map((value) => ({ value, text: texts.onOpenChoices[value] })),
    releases.state.standing.onOpen,
    (chosen) => void releases.askOnOpen(chosen),
  );
  const enable = () => look.toggleAttribute("disabled", !/^\d{4}-\d{2}-\d{2}$/.test(day.value));
  return {
    element: h(
      "div.refresh-pin",
      h("h2", texts.pinTitle),
      h("p.quiet", texts.pinIntro),
      buttons,
      h("h2", texts.onOpen),
      asking.element,
    ),
    show({ standing, busy }) {
      for (const button of [look, unpin]) button.toggleAttribute("disabled-focusable", busy !== undefined);
      asking.set(standing.onOpen);
      unpin.hidden = standing.day === undefined;
    },
  };
}
