import { useEffect, useState } from 'preact/hooks';
import type { Resume } from '../../../schemas/resume.ts';
import type { Role } from '../../../schemas/role.ts';
import type { FactsPreview } from '../preview-facts.ts';
import type { StudioApi } from './api.ts';

/** Keeps how a resume stands to a role up to date while both are edited, or says what is wrong with them. */
export function usePreview(
  api: StudioApi,
  resume: Resume | undefined,
  role?: Role,
): { preview: FactsPreview | undefined; fault: string } {
  const [state, setState] = useState<{ preview: FactsPreview | undefined; fault: string }>({
    preview: undefined,
    fault: '',
  });
  const key = JSON.stringify([resume, role]);
  useEffect(() => {
    if (!resume) return;
    let stale = false;
    const [theResume, theRole] = JSON.parse(key) as [Resume, Role | null];
    const timer = setTimeout(() => {
      api.preview(theResume, theRole ?? undefined).then(
        (preview) => !stale && setState({ preview, fault: '' }),
        (error: Error) => !stale && setState(({ preview }) => ({ preview, fault: error.message })),
      );
    }, WAIT);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
    // The key stands for both objects, which are made anew with each drawing.
  }, [api, key, resume === undefined]);
  return state;
}

/** Milliseconds without a key pressed. */
const WAIT = 250;
