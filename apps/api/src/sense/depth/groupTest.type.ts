import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType("GroupTest", { description: "Whether groups differ at all, beyond what chance would make." })
export class GroupTest {
  @Field(() => Float, { description: "The test's statistic: chi-square of a log-rank test, F of a comparison of means." })
  statistic!: number;

  @Field(() => Int, { description: "Degrees of freedom: groups compared, less one." })
  df!: number;

  @Field(() => Float, { description: "How often groups that are alike would differ as much." })
  pValue!: number;

  @Field(() => Float, { description: "Benjamini-Hochberg q over all ways of grouping that can be chosen here. Only under 0.05 are the groups said to differ." })
  qValue!: number;

  @Field(() => Int, { description: "Ways of grouping that q is over." })
  comparisons!: number;

  @Field(() => Int, { description: "Groups compared." })
  groups!: number;
}
