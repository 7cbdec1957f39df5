import { PageFrame } from "../../ui/PageFrame";

export function TopicsPage() {
  return (
    <PageFrame name="Topics" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
