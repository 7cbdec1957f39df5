import { FigureValue } from "../figure/FigureValue";
import { monthName } from "../scope/period";
import classes from "./capacity.module.css";
import { MODEL_WORDS, partText, restsOn, told, type Missing, type Model } from "./capacityFinding";

interface Props {
  readonly models: readonly Model[];
  readonly missing: Missing;
  readonly month: { readonly from: string; readonly to: string };
}

/** The last whole month in numbers, each with its definition. */
export function ModelsTable({ models, missing, month }: Props) {
  const name = monthName(month.from);
  // Nothing of a system's own belongs to an organisation, which alone has calls as records.
  const sessions = { kind: "sessions", within: { from: month.from, to: month.to } } as const;
  const hasTeachers = models.some(({ perTeacher }) => perTeacher.value !== null);
  return (
    <section>
      <h2 className={classes["heading"]}>{name} in numbers</h2>
      <table className={classes["models"]}>
        <thead>
          <tr>
            <th scope="col">Model of coaching</th>
            <th scope="col">Days offered</th>
            <th scope="col">Days used</th>
            <th scope="col">Part used</th>
            {hasTeachers && <th scope="col">Days a teacher</th>}
          </tr>
        </thead>
        <tbody>
          {models.map((each) => {
            const { model, offered, used, perTeacher } = each;
            const label = `${MODEL_WORDS[model]}, ${name}`;
            return (
              <tr key={model}>
                <th scope="row">
                  {MODEL_WORDS[model]}
                  <span className={classes["rests"]}>{restsOn(model, each)}
                    {missing.has(model) && ", some missing"}</span>
                </th>
                <td data-label="Days offered">
                  <FigureValue metric="capacity_days_offered" figure={offered} text={told(offered.value ?? 0)} label={`Coaching days offered by ${label}`} filter={null} />
                </td>
                <td data-label="Days used">
                  {used.n === 0 && missing.has(model) ? (
                    <span className={classes["missing"]}>not reported yet</span>
                  ) : (
                    <FigureValue metric="capacity_days_used" figure={used} text={told(used.value ?? 0)} label={`Coaching days used by ${label}`} filter={null} {...(model === "ORGANISATION" && { records: sessions })} />
                  )}
                </td>
                <td data-label="Part used">{partText(each, missing) ?? "–"}</td>
                {hasTeachers && (
                  <td data-label="Days a teacher">{perTeacher.value === null ? "–" : <FigureValue metric="capacity_days_per_teacher" figure={perTeacher} label={`Coaching days a teacher, ${label}`} filter={null} />}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
