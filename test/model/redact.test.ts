import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hideSecrets, secretsHider } from '../../src/model/redact.ts';

const secrets = ['sk-echoed-0123456789', 'sk-other', 'short'];

it('secrets are hidden from pieces as from the whole, wherever it is parted', () => {
  const parts = fc.array(fc.oneof(...[...secrets, 'sk-ech', 'sk-'].map(fc.constant), fc.string()));
  fc.assert(
    fc.property(parts, fc.array(fc.nat(200)), (texts, cuts) => {
      const text = texts.join('');
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
      const hider = secretsHider(secrets);
      const shown = places.slice(1).map((end, at) => hider.push(text.slice(places[at], end)));
      expect(shown.join('') + hider.end()).toBe(hideSecrets(text, secrets));
    }),
  );
});
