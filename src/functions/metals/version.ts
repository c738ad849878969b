import { define } from "../definition";
import { choice, optional } from "../reading/parameters";
import { standingView } from "../session";

export const VERSION = define({
  id: "METALS.VERSION",
  summary:
    "Which data and which add-in answer: one line, or one fact such as release, date, pin, observations, sources, series or add-in.",
  parameters: {
    what: optional(
      choice("version_facts", "release, date, pin, observations, sources, series or add-in"),
      "one line with all",
    ),
  },
  result: "any",
  examples: [
    { formula: "=METALS.VERSION()", says: "One line for a footnote" },
    { formula: '=METALS.VERSION("release")', says: "The data release" },
    { formula: '=METALS.VERSION("pin")', says: "The day this workbook is pinned to" },
  ],
  method({ what }, session) {
    const view = standingView(session);
    const facts = {
      release: view.release.id,
      date: view.release.date,
      pin: session.standing.day ?? "none",
      observations: view.count(),
      sources: view.sources().length,
      series: view.catalogue.series.length,
      "add-in": session.addinVersion,
    };
    if (what) return facts[what];
    const pinned = session.standing.day ? `, pinned to ${facts.pin}` : "";
    return `Orebook ${facts["add-in"]}, data release ${facts.release} of ${facts.date}${pinned}: ${facts.observations} observations, ${facts.series} series, ${facts.sources} sources`;
  },
});
