import { languageName } from '@/lib/languages';
import { t } from '@/messages';

interface Props {
  readonly languages: readonly string[];
  readonly chosen: string;
  readonly onChoose: (language: string) => void;
}

/** In which of its languages a scenario is played: it is the same for all tables of a session. */
export function LanguageChoice({ languages, chosen, onChoose }: Props) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm">
      {t('host.language')}
      <select
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
