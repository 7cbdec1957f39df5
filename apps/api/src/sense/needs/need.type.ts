import { Field, ObjectType } from "type-graphql";
import { Cell, Key } from "../figure/key.type";

@ObjectType("NeedPatterns", { description: "A table of what was asked for or coached. Headings once, cells where there is anything." })
export class NeedPatterns {
  @Field(() => [Key], { description: "Row headings in order. Periods are listed without gaps, whatever else occurs." })
  rows!: Key[];

  @Field(() => [Key], { description: "Column headings in order; empty without columns." })
  columns!: Key[];

  @Field(() => [Cell], { description: "Row by row. Cells of zero are left out." })
  cells!: Cell[];
}
