import { graphql } from "../../gql";
import type { AnnotationsQuery } from "../../gql/graphql";

graphql(`
  fragment Annotation_annotation on Annotation {
    id
    onDay
    untilDay
    text
    topic {
      id
      code
      label
    }
    authorName
  }
`);

export const ANNOTATIONS = graphql(`
  query Annotations {
    annotations {
      ...Annotation_annotation @unmask
    }
  }
`);

export const ADD_ANNOTATION = graphql(`
  mutation AddAnnotation($input: AddAnnotationInput!) {
    addAnnotation(input: $input) {
      annotation {
        id
      }
    }
  }
`);

export const REMOVE_ANNOTATION = graphql(`
  mutation RemoveAnnotation($input: RemoveAnnotationInput!) {
    removeAnnotation(input: $input) {
      id
    }
  }
`);

export type Annotation = AnnotationsQuery["annotations"][number];
