import type { FactsPreview } from '../preview-facts.ts';
import { StatusMark } from './icons.tsx';
import { capital } from './level-options.ts';

/** How the resume stands to the role, as it will be in the report. */
export function Standing({ preview }: { preview: FactsPreview }) {
  const { met, partial, missing, asked, value } = preview.coverage;
  return (
    <section class="card standing" aria-labelledby="standing-title">
      <h2 id="standing-title">How the resume stands</h2>
      <p class="figure-line" role="status">
        <strong>{value === null ? '–' : `${Math.round(value * 100)} %`}</strong> of {asked} skills covered:{' '}
        {met} met, {partial} partly held, {missing} missing
      </p>
      <div class="bar-track" aria-hidden="true">
        <span class="met" style={{ width: `${(met / Math.max(asked, 1)) * 100}%` }} />
        <span class="partial" style={{ width: `${(partial / Math.max(asked, 1)) * 100}%` }} />
      </div>
      <details>
        <summary>Skill by skill</summary>
        <ul class="standing-list">
          {preview.skills.map(({ name, status, levelHeld, levelAsked }) => (
            <li key={name}>
              <StatusMark status={status} />
              <span>
                <strong>{name}</strong>
                <span class="standing-detail">{describe(status, levelHeld, levelAsked)}</span>
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function describe(status: 'met' | 'partial' | 'missing', held: string | null, asked: string | null): string {
  const has =
    status === 'missing' ? 'not in the resume' : held === null ? 'level unknown' : `${capital(held)} held`;
  return asked === null ? has : `${has}, ${asked} asked for`;
}
