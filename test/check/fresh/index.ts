import { clinic } from './clinic.ts';
import { controller } from './controller.ts';
import { frontend } from './frontend.ts';
import { localizer } from './localizer.ts';
import { planner } from './planner.ts';

/** Written before the reader was made to account for every operator of a clause. */
export const FRESH = [planner, controller, frontend, localizer, clinic] as const;
