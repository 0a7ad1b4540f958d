import type { ScenarioCard, Settings } from '@btt/protocol';
import { useState } from 'react';
import { t } from '@/messages';

type NumberKey = 'briefing' | 'rounds' | 'roundMinutes' | 'ratification' | 'returns';

const NUMBERS: readonly {
  readonly key: NumberKey;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}[] = [
  { key: 'briefing', min: 0, max: 240, step: 1 },
  { key: 'rounds', min: 1, max: 20, step: 1 },
  { key: 'roundMinutes', min: 1, max: 240, step: 1 },
  { key: 'ratification', min: 1, max: 240, step: 1 },
  { key: 'returns', min: 0, max: 5, step: 1 },
];

const MODES = ['room', 'mixed', 'remote'] as const;
const AUTOPILOTS = ['off', 'empty', 'away'] as const;

interface Props {
  readonly card: ScenarioCard;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** What a host may change before launching; whatever is left alone is the scenario's. */
export function SettingsForm({ card, settings, onChange }: Props) {
  const { table } = card;
  return (
    <div className="mt-4 grid gap-4 sm:grid-cols-2">
      {NUMBERS.map(({ key, min, max, step }) => (
        <NumberField
          key={`${card.id} ${key}`}
          label={t(`host.${key}`)}
          min={min}
          max={max}
          step={step}
          value={settings[key] ?? table[key]}
          onChange={(value) => onChange({ ...settings, [key]: value })}
        />
      ))}
      <label className="flex min-w-0 flex-col gap-1 text-sm">
        {t('host.ballot')}
        <select
          value={settings.ballot ?? table.ballot}
          onChange={(event) =>
            onChange({ ...settings, ballot: event.target.value as 'free' | 'bounded' | 'model' })
          }
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          {(['bounded', 'free', 'model'] as const).map((mode) => (
            <option key={mode} value={mode}>
              {t(`host.ballot.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-sm">
        {t('mode.label')}
        <select
          value={settings.mode ?? 'mixed'}
          onChange={(event) => {
            const mode = event.target.value as (typeof MODES)[number];
            const { chat: _asTheModeSays, ...rest } = settings;
            onChange({ ...rest, mode });
          }}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-sm">
        {t('host.autopilot')}
        <select
          value={settings.autopilot ?? 'off'}
          onChange={(event) =>
            onChange({ ...settings, autopilot: event.target.value as (typeof AUTOPILOTS)[number] })
          }
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          {AUTOPILOTS.map((one) => (
            <option key={one} value={one}>
              {t(`host.autopilot.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Switch
        label={t('host.chat')}
        checked={settings.chat ?? settings.mode !== 'room'}
        onChange={(chat) => onChange({ ...settings, chat })}
      />
      <Switch
        label={t('host.capital')}
        checked={settings.unlimitedCapital ?? false}
        onChange={(unlimitedCapital) => onChange({ ...settings, unlimitedCapital })}
      />
      <Switch
        label={t('host.crossTable')}
        note={t('host.crossTable.note')}
        checked={settings.crossTable ?? true}
        onChange={(crossTable) => onChange({ ...settings, crossTable })}
      />
      <Switch
        label={t('host.luck')}
        note={t('host.luck.note')}
        checked={settings.luck === 'host'}
        onChange={(host) => onChange({ ...settings, luck: host ? 'host' : 'chance' })}
      />
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Takes every number in range as it is typed; what is no such number goes back to the last one when the field is left. */
function NumberField({ label, min, max, step, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm">
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={step}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          const given = event.target.valueAsNumber;
          if (Number.isInteger(given) && given >= min && given <= max) onChange(given);
        }}
        onBlur={() => setTyped(null)}
        className="min-h-11 rounded-md border border-line-strong bg-sheet px-3 text-base"
      />
    </label>
  );
}

function Switch({
  label,
  note,
  checked,
  onChange,
}: {
  readonly label: string;
  /** What it does, where the label cannot say it. */
  readonly note?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-5 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note && <span className="block text-muted">{note}</span>}
      </span>
    </label>
  );
}
