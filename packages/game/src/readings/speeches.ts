import { holds } from '@btt/protocol';
import { matchesTests } from '@btt/scenario';
import { supportOnAgreedTerms } from '../projection/reading';
import { pointsByFaction } from './group';
import { type Story, type Told, toldOf } from './story';

/** An attack that was answered in a speech. */
export interface AnsweredAttack {
  readonly criticism: string;
  readonly attack: string;
  readonly reply: string;
  /** Factions of the side who truly hold it; none: a decoy. */
  readonly heldBy: readonly string[];
  /** The agreement, and what had been done, bore the answer out. */
  readonly true: boolean;
}

/** An acceptance speech, held against what its hearers truly had in mind. */
export interface SpeechReading {
  readonly side: string;
  readonly role: string;
  readonly answers: readonly AnsweredAttack[];
  /** Attacks that somebody of the side held and that the speech did not answer. */
  readonly missed: readonly {
    readonly criticism: string;
    readonly attack: string;
    readonly heldBy: readonly string[];
  }[];
  /** Held and answered, of all that were held. */
  readonly anticipated: number;
  readonly held: number;
  /** Held and answered truly. */
  readonly answeredTruly: number;
  /** Whose draft it was given from; null = nobody’s. */
  readonly draft: {
    readonly role: string;
    readonly side: string | null;
    readonly constituencies: readonly string[];
    readonly attacks: readonly string[];
    /** Attacks of the draft that a faction named in it truly holds. */
    readonly foreseen: readonly string[];
  } | null;
  readonly ratings: Readonly<Record<string, number>>;
  /** Points by faction: by the answers, by what another side had foreseen, and by the hearers’ own ratings. */
  readonly points: {
    readonly answers: Readonly<Record<string, number>>;
    readonly foreseen: Readonly<Record<string, number>>;
    readonly ratings: Readonly<Record<string, number>>;
  };
}

/** Every speech of the record: an agreement that came back was spoken for again. */
export function readSpeeches(story: Story): SpeechReading[] {
  const speeches = toldOf(story, 'speech');
  return speeches.map((told) => {
    const { fact } = told;
    const until = toldOf(story, 'phase').find(
      (phase) => phase.step > told.step && phase.fact.phase === 'bargaining',
    )?.step;
    const here = (step: number) => step >= told.step && (until === undefined || step < until);
    const ratings = toldOf(story, 'speech-rated').filter(
      (rated) => here(rated.step) && story.game.index.faction(rated.fact.faction)?.side === fact.side,
    );
    const answers = fact.answers.map((answer) => answeredAttack(story, told, answer));
    const held = story.game.scenario.criticisms.filter(
      (one) => one.side === fact.side && one.heldBy.length > 0,
    );
    const anticipated = answers.filter((answer) => answer.heldBy.length > 0);
    return {
      side: fact.side,
      role: fact.role,
      answers,
      missed: held
        .filter((one) => !fact.answers.some((answer) => answer.criticism === one.id))
        .map(({ id, text, heldBy }) => ({ criticism: id, attack: text, heldBy })),
      anticipated: anticipated.length,
      held: held.length,
      answeredTruly: anticipated.filter((answer) => answer.true).length,
      draft: draftOf(story, fact.draft),
      ratings: Object.fromEntries(ratings.map((rated) => [rated.fact.faction, rated.fact.rating])),
      points: {
        answers: pointsOf(story, [fact.id], told.step),
        foreseen: pointsOf(story, fact.draft === undefined ? [] : [fact.draft], told.step),
        ratings: pointsOf(
          story,
          ratings.map((rated) => rated.fact.id),
        ),
      },
    };
  });
}

type Speech = Extract<Told['fact'], { type: 'speech' }>;

function answeredAttack(story: Story, told: Told<Speech>, answer: Speech['answers'][number]): AnsweredAttack {
  const { game } = story;
  const criticism = game.index.criticism(answer.criticism);
  const card = criticism?.answers.find((one) => one.id === answer.answer);
  const desk = told.before;
  const isTrue =
    card !== undefined &&
    matchesTests(desk.deal ?? {}, card.deal) &&
    (card.when === null ||
      holds(card.when, desk, {
        sides: game.sides,
        support: (faction) => supportOnAgreedTerms(game, desk, faction),
      }));
  return {
    criticism: answer.criticism,
    attack: answer.attack,
    reply: answer.reply,
    heldBy: criticism?.heldBy ?? [],
    true: isTrue,
  };
}

function draftOf(story: Story, id: string | undefined): SpeechReading['draft'] {
  const found = id === undefined ? undefined : story.end.politics.charts[id];
  if (!found) return null;
  const { constituencies, attacks } = found.chart;
  return {
    role: found.role,
    side: story.game.index.role(found.role)?.side ?? null,
    constituencies,
    attacks,
    foreseen: attacks.filter((attack) =>
      story.game.index.criticism(attack)?.heldBy.some((faction) => constituencies.includes(faction)),
    ),
  };
}

/** Points that these happenings gave, each faction’s added up; with a step, only those of that event. */
function pointsOf(story: Story, happenings: readonly string[], step?: number): Record<string, number> {
  return pointsByFaction(
    story.effects.filter(
      (effect) =>
        happenings.includes(effect.origin.happening) && (step === undefined || effect.step === step),
    ),
  );
}
