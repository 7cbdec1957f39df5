import { Field, ObjectType } from "type-graphql";
import { Cell, Key } from "../figure/key.type";

@ObjectType("NeedPatterns", { description: "A table of what was asked for or coached. Headings once, cells where there is anything." })
export class NeedPatterns {
  @Field(() => [Key], { description: "Row headings in order. Periods are listed without gaps, everything else as far as it occurs; in a protected table, every heading that there is." })
  rows!: Key[];

  @Field(() => [Key], { description: "Column headings in order; empty without columns." })
  columns!: Key[];

  @Field(() => [Cell], { description: "Row by row. Cells of zero are left out; a protected table has a cell at every place." })
  cells!: Cell[];
}
