/** What happens while a suite runs, in order. Progress, logs and tests read the same stream. */
export type EvalEvent =
  | { type: 'eval-start'; suite: string; cells: number; dir?: string }
  | { type: 'eval-warning'; message: string }
  /** There from an earlier run; not asked for again. */
  | { type: 'cell-kept'; case: string; variant: string; model: string; repeat: number }
  | {
      type: 'cell-end';
      case: string;
      variant: string;
      model: string;
      repeat: number;
      status: 'ok' | 'error';
      broken: number;
      seconds: number;
      error?: { name: string; message: string };
    }
  | { type: 'eval-end'; suite: string; ran: number; kept: number; errors: number };
