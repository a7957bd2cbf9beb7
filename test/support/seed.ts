import fc from 'fast-check';

/** Every run draws the same examples, unless FC_SEED says otherwise: a red build can be looked at again. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261124) });
