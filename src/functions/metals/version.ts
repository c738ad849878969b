import { define } from "../definition";
import { choice, optional } from "../parameters";
import { standingView } from "../session";

export const VERSION = define({
  id: "METALS.VERSION",
  summary: "Which data and which add-in answer: one line, or one fact such as release, date, observations, sources, series or add-in.",
  details: ["The release is the one this workbook is on, which may be older than the one the add-in brings."],
  parameters: {
    what: optional(choice("version_facts", "release, date, observations, sources, series or add-in"), "one line with all"),
  },
  spills: false,
  result: "any",
  examples: [
    { formula: "=METALS.VERSION()", says: "One line for a footnote" },
    { formula: '=METALS.VERSION("release")', says: "The data release" },
  ],
  method({ what }, session) {
    const view = standingView(session);
    const facts = {
      release: view.release.id,
      date: view.release.date,
      observations: view.count(),
      sources: view.sources().length,
      series: view.catalogue.series.length,
      "add-in": session.addinVersion,
    };
    if (what) return facts[what];
    const pin = session.standing.day ? `, pinned to ${session.standing.day}` : "";
    return `Orebook ${facts["add-in"]}, data release ${facts.release} of ${facts.date}${pin}: ${facts.observations} observations, ${facts.series} series, ${facts.sources} sources`;
  },
});
