import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import type { TopicTrend } from "../trends/trend.type";
import type { PackFacts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { counted, goingText, number, sideOf } from "./wording";

/** Which way a topic goes beyond doubt; null where that cannot be told. */
const goingOf = ({ ratioPerMonth, qValue }: TopicTrend): "rising" | "falling" | null => {
  const side = sideOf(ratioPerMonth, 1, qValue);
  return side === null ? null : side === "above" ? "rising" : "falling";
};

const surestFirst = (a: TopicTrend, b: TopicTrend): number => (a.qValue ?? 1) - (b.qValue ?? 1) || a.topic.label.localeCompare(b.topic.label);

/** The topics that rise or fall beyond doubt, the surest first. */
export const movers = (trends: readonly TopicTrend[]): TopicTrend[] => trends.filter((trend) => trend.topic.code !== NOT_IN_FRAMEWORK && goingOf(trend) !== null).sort(surestFirst);

/** What coaching turns to and from. */
export function movingSentences({ week, trends, trendsBefore }: PackFacts): Sentence[] {
  const moving = movers(trends);
  return [...moving.flatMap((trend) => going(week, trend)), ...(trendsBefore === null ? [] : turned(week, trends, trendsBefore)), ...rest(week, trends, moving)];
}

function going(week: string, trend: TopicTrend): Sentence[] {
  const said = goingText(trend.ratioPerMonth, trend.qValue);
  if (said === null) return [];
  const { code, label } = trend.topic;
  return [
    {
      id: `${goingOf(trend) ?? ""}:${code}`,
      section: "moving",
      text: `Coaching on “${label}” is ${said}, as a share of all sessions.`,
      figures: [{ label: `Monthly rate ratio of ${label}`, metric: "need_trend", figure: trend.ratioPerMonth }],
      ...behind(week, code),
      audience: "network",
    },
  ];
}

/** What can be told this week and could not a week ago, and the reverse. */
function turned(week: string, trends: readonly TopicTrend[], trendsBefore: readonly TopicTrend[]): Sentence[] {
  const before = new Map(trendsBefore.map((trend) => [trend.topic.code, trend]));
  return trends.flatMap((trend): Sentence[] => {
    const { code, label } = trend.topic;
    const earlier = before.get(code);
    const [now, then] = [goingOf(trend), earlier ? goingOf(earlier) : null];
    if (now === then || code === NOT_IN_FRAMEWORK) return [];
    const text =
      now === null
        ? `Coaching on “${label}” could be told to be ${then ?? ""} a week ago, and no longer can.`
        : `Coaching on “${label}” can be told to be ${now}: a week ago it ${then === null ? "could not be told from noise" : `was ${then}`}.`;
    const figures = [{ label: `Monthly rate ratio of ${label}`, metric: "need_trend" as const, figure: trend.ratioPerMonth }];
    return [{ id: `turned:${code}`, section: "moving", text, figures, ...behind(week, code), audience: "staff" }];
  });
}

/** Sessions are tested; what a few systems coming and going could look like is said of the movers, where it is known. */
function doubtText(moving: readonly TopicTrend[]): string {
  const few = moving.filter(({ acrossSystems }) => acrossSystems === false).length;
  if (few === 0) return "";
  const which = few < moving.length ? `${number(few)} of the ${number(moving.length)} that can` : few === 1 ? "the one that can" : `all ${number(few)} that can`;
  return ` For ${which}, a few systems coming and going could be the reason.`;
}

function rest(week: string, trends: readonly TopicTrend[], movers: readonly TopicTrend[]): Sentence[] {
  const moving = movers.length;
  const tested = trends.filter(({ topic, ratioPerMonth }) => topic.code !== NOT_IN_FRAMEWORK && ratioPerMonth.value !== null).length;
  if (tested === 0) return [];
  const text = moving === 0 ? `Of ${counted(tested, "topic")} tested, none can be told from noise.` : `Of ${counted(tested, "topic")} tested, the other ${tested - moving} cannot be told from noise.${doubtText(movers)}`;
  return [{ id: "rest:trends", section: "moving", text, figures: [], link: linkTo("/trends", week), records: null, audience: "network" }];
}

const behind = (week: string, code: string) => ({ link: linkTo("/trends", week, { topics: [code] }), records: recordsOf("sessions", week, { topics: [code] }) });
