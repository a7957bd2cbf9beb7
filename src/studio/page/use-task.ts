import { useState } from 'preact/hooks';

/** Something that takes a moment and can fail: whether it is on, why it failed, and how to begin it. */
export function useTask(): {
  busy: boolean;
  failed: string;
  run: (task: () => Promise<void>) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  return {
    busy,
    failed,
    run: async (task) => {
      setBusy(true);
      setFailed('');
      try {
        await task();
      } catch (error) {
        setFailed(error instanceof Error ? error.message : String(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
