'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** Calls the facilitator. */
export function HelpButton() {
  const { desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const asked = desk.help[role.id] === true;
  return (
    <>
      <Button look="quiet" disabled={asked || busy} onClick={() => void act({ type: 'ask-help' })}>
        {asked ? t('help.asked') : t('help.ask')}
      </Button>
      {error && <p role="alert">{error}</p>}
    </>
  );
}
