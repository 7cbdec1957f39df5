import { FieldResolver, Resolver, Root } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import { TeamProposal, type ProposedTeam } from "../../network/matching/matching.type";
import { exact, withheld } from "../figure/figure";
import { Figure } from "../figure/figure.type";

@Resolver(() => TeamProposal)
export class MatchLoadResolver {
  @FieldResolver(() => [Figure], { description: `Of each coach, in the order of \`coaches\`: ${describeMetric("match_load")}` })
  load(@Root() { hours }: ProposedTeam): Figure[] {
    return hours.map(({ taken, offered, relationships }) => (offered === null || offered === 0 ? withheld("NO_DATA", relationships) : exact(taken / offered, relationships)));
  }
}
