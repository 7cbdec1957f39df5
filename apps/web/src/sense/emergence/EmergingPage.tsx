import { PageFrame } from "../../ui/PageFrame";

export function EmergingPage() {
  return (
    <PageFrame name="Emerging" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
