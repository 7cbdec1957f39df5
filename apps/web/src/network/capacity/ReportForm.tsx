import { useMutation } from "@apollo/client/react";
import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActionForm } from "../../ui/form/ActionForm";
import { REPORT, SHOWN_IN, type Offer } from "./capacityQuery";
import { daysText, missingMonths, monthsOf, monthText, numberOf } from "./offerWords";

interface Props {
  readonly offer: Offer;
  /** The first day of the last whole month. */
  readonly month: string;
  readonly today: string;
  readonly onDone: (said: string) => void;
}

/** How many days were used in a month. */
export function ReportForm({ offer, month, today, onDone }: Props) {
  const [report] = useMutation(REPORT, { refetchQueries: SHOWN_IN, awaitRefetchQueries: true });
  const months = monthsOf(offer, today);
  const [chosen, setChosen] = useState(() => missingMonths(offer, today)[0] ?? (months.includes(month) ? month : (months[0] ?? month)));
  const before = offer.uses.find((use) => use.month === chosen);
  return (
    <ActionForm
      submit="Report it"
      takesFocus
      check={(fields) => (numberOf(String(fields.get("days"))) >= 0 ? {} : { days: "Give a number of days; none is 0." })}
      action={async (fields) => {
        const days = numberOf(String(fields.get("days")));
        await report({ variables: { input: { offerId: offer.id, month: chosen, days } } });
        onDone(`${daysText(days)} in ${monthText(chosen)}: reported for ${offer.system.name}.`);
      }}
    >
      {(faultOf) => (
        <>
          <NativeSelect name="month" label="Month" data={months.map((value) => ({ value, label: monthText(value) }))} value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)} error={faultOf("month")} />
          <TextInput
            key={chosen}
            name="days"
            label="Coaching days used, all of them together"
            description={before === undefined ? `Of ${daysText(offer.daysPerMonth)} that they offer a month.` : `${before.reportedByName} reported ${daysText(before.days)}; this takes its place.`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={before?.days ?? ""}
            error={faultOf("days")}
          />
        </>
      )}
    </ActionForm>
  );
}
