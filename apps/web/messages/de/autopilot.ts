import type { autopilotMessages } from '../en/autopilot';
import type { Translated } from '../translated';

export const autopilot: Translated<typeof autopilotMessages> = {
  'autopilot.label': 'Autopilot',
  'autopilot.seat': 'Autopilot',
  'autopilot.seat.away': 'Autopilot, solange niemand da ist',
  'autopilot.start': 'Autopilot nutzen',
  'autopilot.stop': 'Anhalten',
  'autopilot.start.of': '{role}: den Autopiloten spielen lassen',
  'autopilot.stop.of': '{role}: den Autopiloten anhalten',
  'autopilot.fill': 'Autopilot auf alle {count} leeren Plätze',
  'autopilot.clear': 'Autopilot von allen {count} leeren Plätzen nehmen',
  'autopilot.plays': 'Der Autopilot spielt Ihren Platz. Sie sehen alles, was er tut.',
  'autopilot.give': 'Meinen Platz dem Autopiloten geben',
  'autopilot.takeBack': 'Meinen Platz zurücknehmen',
  'autopilot.others': 'Von einem Autopiloten gespielt: {list}',
  'host.autopilot': 'Plätze ohne jemanden',
  'host.autopilot.off': 'bleiben leer; Gruppen stimmen nach dem Modell ab',
  'host.autopilot.empty': 'werden von Autopiloten gespielt',
  'host.autopilot.away': 'werden von Autopiloten gespielt, auch solange jemand offline ist',
  'bar.autopilot': 'Autopiloten auf leere Plätze ({count})',
  'solo.title': 'Allein spielen',
  'solo.text':
    'Sie nehmen einen Platz ein, Autopiloten spielen alle anderen: Sie folgen ihren Rollen, wissen nur, was ihr Platz erfährt, und tun, was auch ein Mensch tun könnte. Sie sagen, wann die nächste Runde beginnt.',
  'solo.scenario': 'Szenario',
  'solo.minutes': 'etwa {minutes} Minuten',
  'solo.play': 'Allein spielen',
  'solo.opening': 'Der Tisch wird gedeckt …',
  'solo.you': 'Sie',
  'solo.others':
    'Sie spielen allein: Die anderen handeln von selbst. Gehen Sie weiter, wenn Sie fertig sind.',
};
