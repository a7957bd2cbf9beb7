import { ModelError } from '../errors.ts';
import { type Model, withRetries } from '../model/index.ts';
import { describeFailure } from '../record/index.ts';

/**
 * A model that is asked again after faults of the endpoint, with the usual waits. A fault of a reply is the caller's to
 * judge, so that each reply is told of once.
 */
export function withEndpointRetries(model: Model): Model {
  return {
    id: model.id,
    async generate(request, options) {
      let fault: ModelError | undefined;
      const attempt: Model = {
        id: model.id,
        async generate(again, given) {
          try {
            return await model.generate(again, given);
          } catch (error) {
            if (!(error instanceof ModelError) || describeFailure(error) === undefined) throw error;
            fault = error;
            throw new ModelError(error.fault, error.message);
          }
        },
      };
      try {
        return await withRetries(attempt).generate(request, options);
      } catch (error) {
        throw fault ?? error;
      }
    },
  };
}
