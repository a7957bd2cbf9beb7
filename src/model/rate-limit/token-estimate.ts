import type { ModelRequest, TokenUsage } from '../model.ts';

/** Before the first reply: a token has about four letters, and an answer so many tokens. */
const TOKENS_A_LETTER = 0.25;
const FIRST_ANSWER = 600;
/** How much a new reply counts beside those before it. */
const NEWEST = 0.2;
/** Estimates lie so many mean deviations above the mean: too much is given back, too little was sent already. */
const MARGIN = 2;

/** Estimates the tokens of a call before it is made, by the replies that came before. */
export class TokenEstimate {
  readonly #perLetter = new Mean();
  /** By purpose and section: a summary is short, a roadmap long. */
  readonly #answers = new Map<string, Mean>();
  readonly #schemas = new WeakMap<object, number>();

  /** Input and expected output together. */
  estimate(request: ModelRequest): number {
    const answer = this.#answers.get(nameOf(request));
    const { maxOutputTokens = Number.POSITIVE_INFINITY } = request;
    return Math.ceil(
      this.#lettersOf(request) * this.#perLetter.high(TOKENS_A_LETTER) +
        Math.min(maxOutputTokens, answer?.high(FIRST_ANSWER) ?? FIRST_ANSWER),
    );
  }

  learn(request: ModelRequest, { inputTokens, outputTokens }: TokenUsage): void {
    if (inputTokens !== null) this.#perLetter.add(inputTokens / Math.max(1, this.#lettersOf(request)));
    if (outputTokens === null) return;
    const answer = this.#answers.get(nameOf(request)) ?? new Mean();
    answer.add(outputTokens);
    this.#answers.set(nameOf(request), answer);
  }

  #lettersOf({ messages, schema }: ModelRequest): number {
    const known = this.#schemas.get(schema.json);
    const ofSchema = known ?? JSON.stringify(schema.json).length;
    if (known === undefined) this.#schemas.set(schema.json, ofSchema);
    return messages.reduce((sum, { content }) => sum + content.length, ofSchema);
  }
}

const nameOf = ({ purpose, section }: ModelRequest): string => `${purpose} ${section}`;

/** A mean that follows, with the mean distance from it. */
class Mean {
  #mean: number | undefined;
  #deviation = 0;

  add(value: number): void {
    const distance = this.#mean === undefined ? value / 10 : Math.abs(value - this.#mean);
    this.#deviation += (this.#mean === undefined ? 1 : NEWEST) * (distance - this.#deviation);
    this.#mean = this.#mean === undefined ? value : this.#mean + NEWEST * (value - this.#mean);
  }

  high(otherwise: number): number {
    return this.#mean === undefined ? otherwise : this.#mean + MARGIN * this.#deviation;
  }
}
