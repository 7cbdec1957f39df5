import { graphql } from "../../gql";
import type { SavedViewsQuery } from "../../gql/graphql";

export const SAVED_VIEWS = graphql(`
  query SavedViews {
    viewer {
      id
      name
      roles
    }
    savedViews {
      id
      name
      path
      search
      sharedWith
      ownerName
    }
  }
`);

export const SAVE_VIEW = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      view {
        id
      }
    }
  }
`);

export const REMOVE_VIEW = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      id
    }
  }
`);

export type SavedView = SavedViewsQuery["savedViews"][number];
