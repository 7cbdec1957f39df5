import type { ComponentType } from "react";

/** What a light page is given. */
export interface OpenPageProps {
  /** The private link's token, as it stands behind the page's path; empty where the page needs none. */
  readonly token: string;
}

/** A page that is open without an account. */
export interface OpenPage {
  /** The first part of its address, such as `/my`. */
  readonly path: string;
  /** Whether a private link's token follows: `/my/TOKEN`. */
  readonly byLink: boolean;
  /** What the browser's tab says. */
  readonly title: string;
  readonly load: () => Promise<ComponentType<OpenPageProps>>;
}
