/** One page of the navigation. */
export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** The inside of a 24 × 24 drawing in strokes. */
  readonly glyph: string;
  /** Always shows all of what it shows: the filters of other pages do not go along. */
  readonly whole?: boolean;
}

/** Pages that answer one kind of question. */
export interface NavGroup {
  readonly name: string;
  readonly items: readonly NavItem[];
}

/** A page apart from the analysis. */
export type Aside = Pick<NavItem, "to" | "label">;

/** The parameters that go along from page to page. */
export type Along = Readonly<Record<string, string>>;
