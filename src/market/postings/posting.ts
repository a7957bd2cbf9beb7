/** Pay as a posting states it. */
export interface PostedPay {
  min: number;
  max: number;
  /** ISO 4217; undefined where only a sign such as $ stands there. */
  currency: string | undefined;
  period: Period | undefined;
}

export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';

/** A job posting as read, whatever its format was. */
export interface Posting {
  /** Where it was read, for messages: the file, and its number in it. */
  place: string;
  title: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | undefined;
  /** Text with headings (`## `) and list items (`- `) at the start of lines. Empty where there is only pay. */
  text: string;
  /** Skills named in a field of their own. */
  skills: { name: string; level: string | undefined }[];
  pay: PostedPay | undefined;
}
