import { PageFrame } from "../../ui/PageFrame";

export function ThisWeekPage() {
  return (
    <PageFrame name="This week" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
