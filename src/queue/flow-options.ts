/** How often a job is tried. */
export interface FlowOptions {
  /** Times that a job is tried before it is a dead letter. Default 6. */
  attempts?: number;
  /** Seconds before the second try; they double from try to try, with jitter. Default 10. */
  backoffSeconds?: number;
}
