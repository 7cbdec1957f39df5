import type { Context } from "../../context";
import { notFound } from "../../errors";
import { topicByCode } from "../framework/topic.loader";
import { detailsByRequest } from "../intake/details.loader";
import { leadersReferralsByRequest } from "../referrals/leadersReferral.loader";
import { ownerByRequest } from "../requests/care.loader";
import { leaderAsksByRequest } from "./ask.loader";
import { linkedCalls, linkedEngagements, linkedRequest, linkedResources, linkedSessions, linkedSteps, linkedTeam, linkedTopics } from "./leaderPage.queries";
import type { LeaderPage } from "./leaderPage.type";

/**
 * The page of the request that the viewer's link is to.
 * @throws DomainError NOT_FOUND where the request is gone.
 */
export async function loadLeaderPage({ db, now, use }: Pick<Context, "db" | "now" | "use">, id: string): Promise<LeaderPage> {
  const [request, topics, engagements, owner, details, asks, referrals] = await Promise.all([
    linkedRequest(db, id),
    linkedTopics(db, id),
    linkedEngagements(db, id),
    use(ownerByRequest).load(id),
    use(detailsByRequest).load(id),
    use(leaderAsksByRequest).load(id),
    use(leadersReferralsByRequest).load(id),
  ]);
  if (request === null) throw notFound("request", id);
  const ids = engagements.map((engagement) => engagement.id);
  const [members, calls, sessions, steps, resources, named] = await Promise.all([
    linkedTeam(db, ids),
    linkedCalls(db, ids, now),
    linkedSessions(db, ids, now),
    linkedSteps(db, ids),
    linkedResources(db, ids),
    Promise.all(topics.map(({ code }) => use(topicByCode).load(code))),
  ]);
  const latest = engagements.at(-1);
  return {
    ...request,
    matchedAt: latest?.matchedAt ?? null,
    closedAt: engagements.every(({ closedAt }) => closedAt !== null) ? (latest?.closedAt ?? null) : null,
    owner: owner && { name: owner.name, email: owner.email },
    details: {
      name: request.leaderName,
      role: request.leaderRole,
      schools: request.schools,
      timeZone: details?.timeZone ?? null,
      windows: details?.windows ?? [],
      languages: details?.languages ?? [],
    },
    needs: topics.flatMap(({ stands, asked }, place) => {
      const topic = named[place];
      return topic ? [{ topic, stands, asked }] : [];
    }),
    team: members.filter(({ engagementId }) => engagementId === latest?.id),
    calls,
    heldAt: sessions.map(({ heldAt }) => heldAt),
    steps,
    resources,
    asks,
    referrals,
  };
}
