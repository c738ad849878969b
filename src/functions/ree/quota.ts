import { stageOf } from "../../query/answer/ask";
import { figureOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, oneOf, optional, period, textOf, unit } from "../reading/parameters";

const STAGES = ["mining", "smelting"];
const named = oneOf("stages", STAGES, "mining, or smelting (and separation)", "quota_stages");

/** The stages of a quota; mine and smelter are understood as well. */
const quotaStage: typeof named = {
  ...named,
  read: (given, at) => {
    const stage = stageOf("quota", at.session.words.find("stages", textOf(given)));
    return stage && STAGES.includes(stage) ? stage : named.read(given, at);
  },
};

export const QUOTA = define({
  id: "REE.QUOTA",
  summary:
    "China's rare-earth quota of a year in tonnes of oxide (t REO): mining, or smelting and separation; by group and batch.",
  parameters: {
    year: { ...period, description: "Year of the quota, such as 2024" },
    stage: quotaStage,
    group: optional(
      oneOf("groups", ["total", "light", "heavy"], "total, light (rock type) or heavy (ionic clay)", "groups"),
      "total",
    ),
    batch: optional(
      {
        description: "Batch of the year: 1, 2 or 3",
        optional: false,
        read: (given, { argument, session }) =>
          session.words.readOneOf("batches", textOf(given), argument, ["all", "b1", "b2", "b3"]),
      },
      "all batches together",
    ),
    unit: optional(unit, "t"),
    as_of: asOf,
  },
  examples: [
    { formula: '=REE.QUOTA(2024,"mining")', says: "The mining quota of 2024" },
    { formula: '=REE.QUOTA(2024,"smelting",,,"kt")', says: "The smelting and separation quota, in thousand tonnes" },
  ],
  wordings({ show, ask, period }, say) {
    const { indicator, stage, group, batch, holder, transformation } = ask;
    if (show !== "value" || indicator !== "quota" || holder !== "all" || transformation !== "level") return [];
    const args = {
      year: say.period(period),
      stage: say.word("stages", stage),
      group: say.unless("total", "groups", group),
      batch: batch === "all" ? undefined : Number(batch.slice(1)),
    };
    return [{ said: { indicator, stage, group, batch }, args }];
  },
  method({ year, stage, group, batch, unit, as_of }, session) {
    return figureOf(session, as_of, { indicator: "quota", stage, group, batch }, year, unit);
  },
});
