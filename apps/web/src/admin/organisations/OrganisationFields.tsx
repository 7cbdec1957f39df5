import { TextInput } from "@mantine/core";
import { emptyFault, typed } from "../../access/fields";
import type { FaultOf } from "../../ui/form/ActionForm";

/** What is wrong with name and website, by field. */
export function organisationFaults(fields: FormData): Readonly<Record<string, string | null>> {
  return { name: emptyFault(typed(fields, "name"), "Give the organisation's name."), website: websiteFault(typed(fields, "website")) };
}

/** A website begins with http: or https:; none is fine as well. */
export function websiteFault(website: string): string | null {
  if (website === "") return null;
  const isWeb = URL.canParse(website) && /^https?:$/.test(new URL(website).protocol);
  return isWeb ? null : "A website looks like https://organisation.org.";
}

interface Props {
  readonly faultOf: FaultOf;
  readonly name?: string;
  readonly website?: string | null;
}

/** Name and website of an organisation. */
export function OrganisationFields({ faultOf, name = "", website = null }: Props) {
  return (
    <>
      <TextInput name="name" label="Name" autoComplete="off" defaultValue={name} error={faultOf("name")} />
      <TextInput name="website" type="url" label="Website" description="If it has one." autoComplete="off" defaultValue={website ?? ""} error={faultOf("website")} />
    </>
  );
}
