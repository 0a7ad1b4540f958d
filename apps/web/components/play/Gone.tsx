import type { Gone as GoneMessage } from '@btt/protocol';
import { t } from '@/messages';
import { Waiting } from './Waiting';

/** Removed or closed: what happened and what to do next. */
export function Gone({ code }: { readonly code: GoneMessage['code'] }) {
  return (
    <Waiting
      title={t(`gone.${code}.title`)}
      text={t(`gone.${code}.text`)}
      link={{ href: '/join', text: t('gone.again') }}
    />
  );
}
