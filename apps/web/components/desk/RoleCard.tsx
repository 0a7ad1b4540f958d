'use client';
import { Dialog } from '@base-ui/react/dialog';
import { usePlay } from '@/components/play/context';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { Dossier } from './Dossier';
import { KeyNumbers } from './KeyNumbers';

/** Who I am, what I want, my one question; three numbers; and the way to the dossier. */
export function RoleCard() {
  const { own, role } = usePlay();
  return (
    <Panel title={role.name} aside={t('card.private')}>
      <div className="flex flex-col gap-2 font-serif">
        {own.card ? (
          <>
            <p>{own.card.who}</p>
            <p>{own.card.want}</p>
            <p className="border-s-4 border-brass ps-3 italic">{own.card.question}</p>
          </>
        ) : (
          <p>{role.office}</p>
        )}
      </div>
      <KeyNumbers />
      <Dialog.Root>
        <Dialog.Trigger className="mt-3 hidden min-h-11 font-semibold text-blue underline underline-offset-4 lg:inline-flex lg:items-center">
          {t('card.open')}
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-20 bg-black/50" />
          <Dialog.Popup className="fixed inset-x-0 top-[5vh] z-30 mx-auto max-h-[90vh] w-full max-w-3xl overflow-y-auto rounded-lg border border-line bg-sheet p-6 shadow-xl">
            <div className="mb-3 flex items-start justify-between gap-4">
              <Dialog.Title className="text-2xl">{t('dossier.title')}</Dialog.Title>
              <Dialog.Close className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-md border border-line-strong px-3 font-semibold">
                {t('dossier.close')}
              </Dialog.Close>
            </div>
            <Dossier />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </Panel>
  );
}
