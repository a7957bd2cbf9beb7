import type { BatchApi } from './batch-api.ts';
import type { OutputForm } from './endpoint-traits.ts';
import type { Model } from './model.ts';
import type { ModelSettings } from './settings.ts';

/** A model behind a network, which knows what it has found out about its endpoint. */
export interface RemoteModel extends Model {
  /**
   * How the form of the last good reply was asked for: `native` leaves that to the provider's package.
   * Undefined before the first good reply.
   */
  readonly form: OutputForm | 'native' | undefined;
}

/** A kind of endpoint: one line in `providers.ts`. */
export interface Provider {
  /** What stands before the colon of a model id. */
  readonly prefix: string;
  /** The npm package that talks to it. */
  readonly package: string;
  /**
   * Makes the model called `name`. Nothing is sent yet.
   * @throws {ModelError} missing-package, or auth where a key is needed and absent.
   */
  open(name: string, settings: ModelSettings): Promise<RemoteModel>;
  /**
   * Opens its Batch API, where it has one that is spoken here. Nothing is sent yet.
   * @throws {ModelError} auth where a key is needed and absent.
   */
  openBatches?(name: string, settings: ModelSettings): Promise<BatchApi>;
}
