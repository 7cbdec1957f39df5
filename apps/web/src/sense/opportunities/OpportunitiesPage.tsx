import { PageFrame } from "../../ui/PageFrame";

export function OpportunitiesPage() {
  return (
    <PageFrame name="Opportunities" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
