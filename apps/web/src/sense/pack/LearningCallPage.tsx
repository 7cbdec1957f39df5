import { PageFrame } from "../../ui/PageFrame";

export function LearningCallPage() {
  return (
    <PageFrame name="Learning call" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
