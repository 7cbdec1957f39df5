import { Button } from "@mantine/core";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Fold } from "../../chart/Fold";
import { listed, percent, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { lossSentence, type Named } from "./fragilityFinding";
import classes from "./outlook.module.css";

interface Labelled {
  readonly id: string;
  readonly label: string;
}

interface Loss {
  readonly provider: Named;
  readonly specialists: FigureFields;
  readonly hours: FigureFields;
  readonly onlyHere: readonly Labelled[];
  readonly wouldFallShort: readonly Labelled[];
  readonly domains: readonly { readonly domain: Labelled; readonly share: FigureFields }[];
}

/** A part of a domain's hours that makes it worth a word. */
const LARGE = 0.5;

const labels = (topics: readonly Labelled[]) => topics.map(({ label }) => label).join("; ");

/** `Finance 82%`: domains of which an organisation gives half the hours or more. */
function largest({ domains }: Loss): readonly string[] {
  return domains.flatMap(({ domain, share }) => (share.value !== null && share.value >= LARGE ? [`${domain.label} ${percent(share.value)}`] : []));
}

const COLUMNS: readonly Column<Loss>[] = [
  { header: "Organisation", value: ({ provider }) => provider.name },
  { header: "Specialists", value: ({ specialists }) => written(specialists), numeric: true },
  { header: "Hours a month", value: ({ hours }) => written(hours), numeric: true },
  { header: "Only here", value: ({ onlyHere }) => labels(onlyHere) },
  { header: "Would fall short", value: ({ wouldFallShort }) => labels(wouldFallShort) },
  { header: "Share of hours by domain", value: ({ domains }) => domains.map(({ domain, share }) => `${domain.label} ${percent(share.value ?? 0)}`).join("; ") },
];

interface Props {
  readonly organisations: readonly Loss[];
  readonly onLose: (id: string) => void;
  readonly basis: string;
}

/** What would be lost with each organisation. In the order of their names: it ranks nobody. */
export function LossChart({ organisations, onLose, basis }: Props) {
  return (
    <ChartFigure
      title={lossSentence(organisations)}
      subtitle={`What would be missing without each organisation, by name. Half or more of a domain's specialist hours is told. A topic would fall short if it has as much capacity as demand now and less without it. ${basis}`}
      rows={organisations}
      columns={COLUMNS}
    >
      <Fold what={`all ${organisations.length} organisations`}>
        <table className={classes["losses"]}>
          <thead>
            <tr>
              <th scope="col">Organisation</th>
              <th scope="col">Specialists</th>
              <th scope="col">Hours a month</th>
              <th scope="col">Nobody else covers</th>
              <th scope="col">Would fall short</th>
              <th scope="col">Half or more of a domain</th>
              <th scope="col">
                <span className={classes["unseen"]}>Outlook</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((loss) => (
              <LossLine key={loss.provider.id} loss={loss} onLose={onLose} />
            ))}
          </tbody>
        </table>
      </Fold>
    </ChartFigure>
  );
}

function LossLine({ loss, onLose }: { readonly loss: Loss; readonly onLose: (id: string) => void }) {
  const { provider, specialists, hours, onlyHere, wouldFallShort } = loss;
  const filter = { providers: [provider.id] };
  const records = { kind: "specialists", within: filter } as const;
  const large = largest(loss);
  return (
    <tr>
      <th scope="row">{provider.name}</th>
      <td data-label="Specialists" className={classes["number"]}>
        <FigureValue label={`Specialists, ${provider.name}`} metric="gap_specialists" figure={specialists} filter={filter} records={records} />
      </td>
      <td data-label="Hours a month" className={classes["number"]}>
        <FigureValue label={`Hours a month, ${provider.name}`} metric="capacity_hours" figure={hours} filter={filter} records={records} />
      </td>
      <td data-label="Nobody else covers">
        {onlyHere.length === 0 ? "nothing" : labels(onlyHere)}
      </td>
      <td data-label="Would fall short">{wouldFallShort.length === 0 ? "nothing" : labels(wouldFallShort)}</td>
      <td data-label="Half or more of a domain">{large.length === 0 ? "none" : listed(large)}</td>
      <td>
        <Button variant="subtle" size="compact-sm" aria-label={`Without it: the outlook if ${provider.name} were lost`} onClick={() => onLose(provider.id)}>
          Without it
        </Button>
      </td>
    </tr>
  );
}
