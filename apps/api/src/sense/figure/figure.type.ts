import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";

export const Withheld = { TOO_FEW: "TOO_FEW", NO_DATA: "NO_DATA", NOT_REACHED: "NOT_REACHED" } as const;
export type Withheld = (typeof Withheld)[keyof typeof Withheld];

registerEnumType(Withheld, {
  name: "Withheld",
  description: "Why a number is not given.",
  valuesConfig: {
    TOO_FEW: { description: "It would rest on too few rows to support an estimate; or, for a viewer who may not see the rows, on too few systems or organisations, or too much on one of them, or it would give such a figure away." },
    NO_DATA: { description: "There is nothing in scope to compute it from. A protected figure never says so: nothing and too few look alike." },
    NOT_REACHED: { description: "Nobody has been followed for long enough: the curve has not come down so far." },
  },
});

@ObjectType("Figure", {
  description:
    "A published number. Staff get it as it is, and so does a provider's lead who asks for the own organisation alone. Everybody else gets it protected: with noise that is always the same for the same records, so that no single system can be worked out, and withheld where it rests on fewer than 10 systems or 3 organisations.",
})
export class Figure {
  @Field(() => Float, { nullable: true, description: "The number, in the metric's unit; null when it is withheld." })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Lower end of the 95% interval; null for an exact count, and where no interval can be given. A protected count has one: it is that of the noise.",
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Upper end of the 95% interval; null for an exact count, and where no interval can be given. A protected count has one: it is that of the noise.",
  })
  high!: number | null;

  @Field(() => Int, { nullable: true, description: "What the number rests on: the denominator that its metric names, itself protected in a protected figure, and null where that is withheld." })
  n!: number | null;

  @Field(() => Withheld, { nullable: true, description: "Why the value is null; null when it is shown, and for `ratingIfAllAnswered`, which has ends alone." })
  withheld!: Withheld | null;
}
