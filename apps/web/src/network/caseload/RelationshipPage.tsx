export function RelationshipPage() {
  return null;
}
