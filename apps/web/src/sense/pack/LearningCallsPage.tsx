import { PageFrame } from "../../ui/PageFrame";

export function LearningCallsPage() {
  return (
    <PageFrame name="Learning calls" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
