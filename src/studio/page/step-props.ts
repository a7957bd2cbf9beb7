import type { RefObject } from 'preact';
import type { StudioStart } from '../studio-start.ts';
import type { StudioApi } from './api.ts';

/** What every step is given. */
export interface StepProps {
  api: StudioApi;
  start: StudioStart;
  /** The step's heading, which gets the focus when the step is gone to. */
  heading: RefObject<HTMLHeadingElement | null>;
}
