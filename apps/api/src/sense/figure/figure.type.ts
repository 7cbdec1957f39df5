import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";

export const Withheld = { TOO_FEW: "TOO_FEW", NO_DATA: "NO_DATA", NOT_REACHED: "NOT_REACHED" } as const;
export type Withheld = (typeof Withheld)[keyof typeof Withheld];

registerEnumType(Withheld, {
  name: "Withheld",
  description: "Why a number is not given.",
  valuesConfig: {
    TOO_FEW: { description: "It would rest on too few rows to support an estimate, or to protect those in it." },
    NO_DATA: { description: "There is nothing in scope to compute it from." },
    NOT_REACHED: { description: "Nobody has been followed for long enough: the curve has not come down so far." },
  },
});

@ObjectType("Figure", { description: "A published number." })
export class Figure {
  @Field(() => Float, { nullable: true, description: "The number, in the metric's unit; null when it is withheld." })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Lower end of the 95% interval; null for an exact count, and where no interval can be given.",
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Upper end of the 95% interval; null for an exact count, and where no interval can be given.",
  })
  high!: number | null;

  @Field(() => Int, { nullable: true, description: "What the number rests on: the denominator that its metric names." })
  n!: number | null;

  @Field(() => Withheld, { nullable: true, description: "Why the value is null; null when it is shown." })
  withheld!: Withheld | null;
}
