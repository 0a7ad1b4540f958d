import type { politicsMessages } from '../en/politics';
import type { Translated } from '../translated';

export const politics: Translated<typeof politicsMessages> = {
  // Die Karte von der anderen Seite.
  'map.title': 'Karte von der anderen Seite',
  'map.title.press': 'Ihre Vorhersagen',
  'map.note':
    'Was Sie von den Gruppen drüben halten. Es wird beim Ändern gespeichert, sonst sieht es niemand, und die Auswertung hält es gegen die Wahrheit.',
  'map.note.press':
    'Wie wird jede Gruppe abstimmen? Sonst sieht es niemand, und die Auswertung hält es gegen die Auszählung.',
  'map.count': '{count} von {all} begonnen',
  'map.nothing': 'noch nichts notiert',
  'map.stance': 'Rückhalt für das, was bisher vereinbart ist',
  'map.stance.short': 'Rückhalt {points}',
  'map.unknown': 'nicht notiert',
  'map.vote': 'Wie sie abstimmen würde',
  'map.vote.short': 'stimmt ab: {vote}',
  'map.vote.sure': 'stimmt ab: {vote} ({percent} % sicher)',
  'map.confidence': 'Wie sicher Sie sich dessen sind',
  'map.influence': 'Ihr Einfluss auf ihrer Seite',
  'map.percent': '{percent} %',
  'map.concern': 'Was ihr am meisten am Herzen liegt',
  'map.concern.none': '– nicht notiert –',
  'map.concern.short': 'wichtig: {issue}',
  'map.known': 'Was Sie herausgefunden haben',
  'map.rumour': 'Hörensagen: {text}',
  'map.rumour.range': 'Angeblich beginnt sie zwischen {from} und {to}.',
  'map.estimate.buy': 'Eine Schätzung kaufen',
  'map.estimate.buy.of': 'Eine Schätzung kaufen: {name}',
  'map.estimate.known':
    'Sie bekommen eine Spanne, in der die Wahrheit liegt. Ihre Mitte kann um {error} nach beiden Seiten danebenliegen.',
  'map.estimate.line': 'Schätzung in Runde {round}: zwischen {min} und {max}',
  'map.expert.ask': 'Jemanden vom Fach fragen',
  'map.expert.ask.of': 'Jemanden vom Fach fragen: {name}',
  'map.expert.known':
    'Sagt, ob der Rückhalt, den Sie notiert haben, ungefähr stimmt, zu hoch oder zu niedrig ist.',
  'map.expert.first': 'Notieren Sie zuerst einen Rückhalt: Beurteilt wird, was Sie notiert haben.',
  'map.correction.line': 'Fachurteil in Runde {round}: Ihre {stance} war {verdict}',
  'map.card.line': '{who}, vertraulich in Runde {round}: Rückhalt {support}, stimmt ab {yes} mit Ja',
  'map.card.red': 'Das nimmt sie nicht hin: {text}',
  'map.right': 'ungefähr richtig',
  'map.too-high': 'zu hoch',
  'map.too-low': 'zu niedrig',
  'map.poor': 'Dafür reicht Ihr Kapital in dieser Runde nicht.',

  // Gemeinsame Pläne.
  'plan.title': 'Gemeinsame Pläne',
  'plan.note':
    'Eine Verabredung mit einer Person der anderen Seite, von der sonst niemand weiß: was jede Seite für die Gruppen der anderen tut oder unterlässt.',
  'plan.none': 'noch keine',
  'plan.state.one': '{count} unterzeichnet',
  'plan.state.many': '{count} unterzeichnet',
  'plan.new': 'Einen Plan entwerfen',
  'plan.with': 'Mit',
  'plan.mine': 'Ihre Seite verspricht',
  'plan.theirs': '{side} verspricht',
  'plan.avoid': 'unterlassen: {what}',
  'plan.until': 'Bis wann',
  'plan.until.of': 'Bis wann: {what}',
  'plan.until.outcome': 'bis zum Ergebnis',
  'plan.until.round': 'bis zum Ende von Runde {round}',
  'plan.words': 'In Ihren Worten (freiwillig)',
  'plan.offer': 'Den Plan anbieten',
  'plan.known':
    'Ein gehaltenes Versprechen bringt der Verhandlungsführung der Seite, die es gab, ein Kapital, für dasselbe Versprechen einmal.',
  'plan.risk':
    'Ein gebrochenes Versprechen kostet sie ein Kapital und kann zu Hause schaden. Das Protokoll sagt, wer es brach.',
  'plan.from': '{who} bietet Ihnen einen Plan an',
  'plan.offered': 'Angeboten in Runde {round}: {who}',
  'plan.signed': 'Unterzeichnet, angeboten in Runde {round}: {who}',
  'plan.declined.by': 'Abgelehnt, der Plan aus Runde {round}: {who}',
  'plan.accept': 'Den Plan unterzeichnen',
  'plan.decline': 'Ablehnen',
  'plan.open': 'offen',
  'plan.kept': 'gehalten',
  'plan.broken': 'gebrochen',

  // Vor einem Zug: eine Einladung und die Zustimmung zu Hause.
  'move.invited': '✉ Darum hat gebeten: {side}',
  'move.wrong.no-consent': 'Braucht erst Zustimmung',
  'consent.needs.all': 'Braucht die Zustimmung von: {who}.',
  'consent.needs.some': 'Braucht {least} Zustimmungen von: {who}.',
  'consent.absent': 'Ein leerer Platz hält niemanden auf.',
  'consent.ask': 'Um Zustimmung bitten',
  'consent.ask.of': 'Um Zustimmung bitten: {name}',
  'consent.again': 'Noch einmal bitten',
  'consent.yes': '✓ {who} stimmt zu',
  'consent.no': '✕ {who} stimmt nicht zu',
  'consent.waiting': '… {who} hat noch nicht geantwortet',
  'consent.asked': '{who} bittet um Ihre Zustimmung: {what}',
  'consent.give': 'Wir stimmen zu',
  'consent.refuse': 'Wir stimmen nicht zu',
  'consent.known': 'Ohne genug Zustimmung lässt sich der Zug nicht machen.',

  // Was eine Gruppe zu Hause tun kann.
  'homePolitics.title': 'Was Sie zu Hause noch tun können',

  // Fragen der eigenen Gruppen.
  'question.title': 'Verlangen, dass etwas ausgeschlossen wird',
  'question.note':
    'Ihre Unterhändler schließen es aus, oder sie sagen, dass sie es nicht können. Zu jeder Möglichkeit können Sie einmal fragen.',
  'question.what': 'Was Sie nicht hinnehmen',
  'question.choose': '– einen Punkt wählen –',
  'question.ask': 'Können Sie das ausschließen?',
  'question.known':
    'Wird es ausgeschlossen und kommt doch nach Hause, so sinkt Ihr Vertrauen in das Abkommen.',
  'question.from': '{who} fragt: Können Sie „{what}“ ausschließen?',
  'question.yes': 'Wir schließen es aus',
  'question.no': 'Wir können es nicht ausschließen',
  'question.warning':
    'Wenn Sie es ausgeschlossen haben und doch nach Hause bringen, kostet Sie das ihr Vertrauen.',
  'question.line.yes': '„{what}“ ist ausgeschlossen',
  'question.line.no': '„{what}“ lässt sich nicht ausschließen',
  'question.line.open': '„{what}“: noch keine Antwort',
  'question.answered': 'Was Sie Ihren Gruppen gesagt haben',
  'question.answered.line': '{who}: {line}',

  // Einfluss zwischen den Gruppen einer Seite.
  'lobby.title': 'Eine andere Gruppe bearbeiten',
  'lobby.whom': 'Wen',
  'lobby.for': 'eher dafür',
  'lobby.against': 'eher dagegen',
  'lobby.wants': 'In welche Richtung',
  'lobby.words': 'Ihr Argument (freiwillig)',
  'lobby.do': 'Bearbeiten',
  'lobby.known': 'Sie sagen selbst, ob Sie sie umgestimmt haben. Es gilt in dieser Runde und der nächsten.',
  'lobby.risk': 'Bei jeder Gruppe einmal, und das Kapital ist ausgegeben, auch wenn sie bleibt, wie sie ist.',
  'lobby.done': 'Sie haben jede Gruppe Ihrer Seite bearbeitet.',
  'lobby.from.for': '{who} möchte, dass Sie eher für ein Abkommen sind',
  'lobby.from.against': '{who} möchte, dass Sie eher gegen ein Abkommen sind',
  'lobby.swayed': 'Da ist etwas dran',
  'lobby.notSwayed': 'Wir bleiben, wie wir sind',
  'lobby.answer.known':
    'Lassen Sie sich umstimmen, so bewegt sich Ihr Rückhalt in dieser Runde und der nächsten ein wenig.',
  'lobby.line.open': '{who}: noch keine Antwort',
  'lobby.line.yes': '{who} ließ sich umstimmen',
  'lobby.line.no': '{who} ließ sich nicht umstimmen',

  // Sperrbündnisse.
  'bloc.title': 'Sperrbündnis',
  'bloc.of': 'Stehen sie alle zusammen, so können sie ein Abkommen verhindern: {who}',
  'bloc.member': '{who} ist bereit',
  'bloc.notMember': '{who} ist es nicht',
  'bloc.join': 'Zum Sperren bereit sein',
  'bloc.leave': 'Das Bündnis verlassen',
  'bloc.known': 'Alle sehen es sofort. Zusammenzustehen verhärtet jedes Mitglied, solange es dauert.',
  'bloc.risk': 'Wer geht, zerbricht es.',
  'bloc.stands': 'Das Sperrbündnis steht.',
  'bloc.forming': 'Es steht noch nicht.',
  'bloc.board.stands': 'Sperrbündnis, das steht: {who}',
  'bloc.board.forming': 'Zum Sperren bereit, noch nicht alle: {who}',
  'bloc.news': 'Sperrbündnis',
  'bloc.key':
    'Klammern: Gruppen, die zusammen sperren wollen; eine durchgezogene Linie steht, eine gestrichelte bildet sich.',

  // Eine Gruppe gibt etwas weiter.
  'leak.title': 'Der Presse ein Geheimnis geben',
  'leak.note': 'Was Sie wissen und die Öffentlichkeit nicht.',
  'leak.do': 'Durchstechen',
  'leak.do.of': 'Durchstechen: {what}',
  'leak.known':
    'Alle erfahren davon, und es zählt zu Hause auf beiden Seiten. Niemand erfährt, von wem es kam.',
  'leak.risk': 'Nur wenige wussten es.',
  'leak.nothing': 'im Augenblick nichts',
  'leak.count': '{count} könnten Sie weitergeben',

  // Eine Karte, über den Tisch anvertraut.
  'confide.title': 'Anvertrauen, wie Ihre Gruppen stehen',
  'confide.about': 'Wie es steht bei',
  'confide.to': 'Sagen Sie es',
  'confide.do': 'Anvertrauen',
  'confide.known':
    'Sie sehen beide ihren wahren Rückhalt, ab wann sie mit Ja stimmt und was sie nicht hinnimmt. Reden kostet nichts; dies ist ein Beweis.',
  'confide.risk':
    'Mit einer Wahrscheinlichkeit von {odds} hört die Gruppe in der nächsten Runde, dass Sie darüber gesprochen haben, und nimmt es übel.',
  'confide.used': 'Zu jeder Gruppe einmal je Runde.',
  'confide.sent': 'Runde {round}: anvertraut an {who}, über {about} (Rückhalt {support}, Ja ab {yes})',

  // Entwürfe der Annahmerede.
  'draftSpeech.title': 'Redeentwürfe',
  'draftSpeech.note':
    'Entwerfen Sie die Rede, mit der eine Seite das Abkommen nach Hause bringt: Ihre eigene oder, um zu helfen, die der anderen. Ein Entwurf für die andere Seite geht durch einen vertraulichen Kanal dorthin.',
  'draftSpeech.count.one': '{count} Entwurf',
  'draftSpeech.count.many': '{count} Entwürfe',
  'draftSpeech.new': 'Eine Rede entwerfen',
  'draftSpeech.for': 'Wer sie halten soll',
  'draftSpeech.own': '{side} (Ihre eigene)',
  'draftSpeech.who': '1. Wer gewonnen werden muss',
  'draftSpeech.themes': '2. Themen, in Ihren Worten',
  'draftSpeech.attacks': '3. Angriffe, mit denen zu rechnen ist, höchstens {most}',
  'draftSpeech.attacks.none': 'Sie kennen keinen Angriff, auf den diese Seite antworten müsste.',
  'draftSpeech.answers': '4. Antworten darauf, in Ihren Worten',
  'draftSpeech.save': 'Den Entwurf behalten',
  'draftSpeech.known':
    'Wird eine Rede nach einem Entwurf der anderen Seite gehalten, so gewinnt sie jede Gruppe, die der Entwurf nennt, wenn er einen Angriff voraussieht, den diese Gruppe wirklich im Sinn hat.',
  'draftSpeech.risk':
    'Falsch geraten gewinnt niemanden, und wer alles voraussieht, hat nichts vorausgesehen.',
  'draftSpeech.by': '{side}: eine Rede, entworfen von {who}',
  'draftSpeech.win': 'Zu gewinnen: {who}',
  'draftSpeech.expect': 'Zu erwarten: „{attack}“',
  'draftSpeech.foresees.one': 'Sieht {count} Angriff voraus',
  'draftSpeech.foresees.many': 'Sieht {count} Angriffe voraus',
  'draftSpeech.hand': 'Übergeben an: {who}',
  'draftSpeech.handed': 'Übergeben an: {who}',
  'draftSpeech.noChannel':
    'Sie haben keinen vertraulichen Kanal zu dieser Seite; jemand aus Ihrer Delegation hat vielleicht einen.',
  'speech.draft': 'Nach einem Entwurf halten',
  'speech.draft.none': 'Ihre eigene, ohne Entwurf',
  'speech.draft.by': 'Der Entwurf von {who}',
  'speech.draft.expected': 'vom Entwurf erwartet',
  'speech.draft.wins': 'Der Entwurf will gewinnen: {who}',

  // Was aus einem Zug der anderen Seite wurde.
  'ack.title': 'Was daraus wurde',
  'ack.note':
    'Sagen Sie der anderen Seite, was ein Zug von ihr bei Ihren Gruppen bewirkt hat. Es wird aus dem Protokoll errechnet und ist immer wahr; auch Sie erfahren es.',
  'ack.tell': 'Sagen, was daraus wurde',
  'ack.tell.of': 'Sagen, was daraus wurde: {what}',
  'ack.count': '{count} zu sagen',
  'ack.more': '{count} weitere zeigen',
  'ack.theirs': 'Was man Ihnen gesagt hat',
  'ack.helped': 'half bei den Gruppen drüben',
  'ack.hurt': 'schadete bei den Gruppen drüben',
  'ack.nothing': 'bewirkte bei den Gruppen drüben nichts',
  'ack.line': '„{what}“ {result}',

  // Widersprüche.
  'tongues.title': 'Zweierlei gesagt',
  'tongues.own': 'Ihre Seite hat zweierlei gesagt, das nicht zusammenpasst:',
  'tongues.other': '{side} hat zweierlei gesagt, das nicht zusammenpasst:',

  // Was eine Gruppe bewegt hat.
  'felt.lobby': 'Sie ließen sich umstimmen: {who}',
  'felt.assurance': 'Was ausgeschlossen worden war, kam nach Hause',
  'felt.confided': 'Über Sie wurde am Tisch gesprochen',
  'felt.tongues': 'Es wurde zweierlei gesagt, das nicht zusammenpasst',
  'felt.plan': 'Ein Versprechen über den Tisch hinweg',

  // Ein Tisch, an dem nichts hinüberreicht.
  'board.noReach': 'An diesem Tisch bewegt nichts, was eine Seite tut, irgendjemanden hinter der anderen.',

  // Einstellungen der Spielleitung.
  'host.crossTable': 'Wirkung über den Tisch hinweg',
  'host.crossTable.note':
    'Aus: Was eine Seite tut, bewegt niemanden hinter der anderen. Spielen Sie einmal ohne und einmal mit, und vergleichen Sie.',
  'host.luck': 'Mich bei jedem Zufall fragen',
  'host.luck.note':
    'Sie entscheiden am Pult, was durchsickert und was gehört wird; was Sie nicht anrühren, wird in der nächsten Runde gezogen.',

  // In der Auswertung: Würde man es vertreten?
  'debrief.part.judge': 'Öffentlich?',
  'judge.title': 'Würden Sie es öffentlich vertreten?',
  'judge.note':
    'Würden Sie jeden dieser Züge öffentlich und mit Ihrem Namen vertreten? Wirksam ist nicht dasselbe wie legitim. Sie können Ihre Meinung ändern.',
  'judge.of': 'Würden Sie es öffentlich vertreten: {what}',
  'judge.yes': 'Ja',
  'judge.no': 'Nein',
  'judge.count': '{yes} ja, {no} nein',
  'judge.none': 'An diesem Tisch wurde kein Zug gemacht.',
  'judge.noSeat':
    'Wer an diesem Tisch einen Platz hat, antwortet auf dem eigenen Gerät; hier werden die Antworten zusammengezählt.',
  'judge.done': '{count} von {all} beantwortet',
  'judge.secret': 'war nicht öffentlich',

  // Die Nachrichten.
  'news.plan': 'Gemeinsamer Plan',
  'news.consent': 'Zustimmung',
  'news.question': 'Fragen zu Hause',
  'news.lobby': 'Zwischen Gruppen',
  'news.confidence': 'Im Vertrauen',
  'news.bought': 'Was Sie herausgefunden haben',
  'news.speech': 'Redeentwurf',
  'news.tongues': 'Zweierlei gesagt',
  'news.ack': 'Von der anderen Seite',

  // Das Protokoll.
  'log.plan.one': '{who} bietet einen Plan mit {count} Versprechen an: {to}',
  'log.plan.many': '{who} bietet einen Plan mit {count} Versprechen an: {to}',
  'log.plan.signed': '{who} unterzeichnet den gemeinsamen Plan mit {to}',
  'log.plan.declined': '{who} lehnt den gemeinsamen Plan mit {to} ab',
  'log.promise.kept': '{side} hat ein Versprechen des gemeinsamen Plans gehalten ({who}, {to})',
  'log.promise.broken': '{side} hat ein Versprechen des gemeinsamen Plans gebrochen ({who}, {to})',
  'log.consent': '{who} bittet zu Hause um Zustimmung zu „{what}“',
  'log.consent.yes': '{who} stimmt zu: „{what}“',
  'log.consent.no': '{who} stimmt nicht zu: „{what}“',
  'log.bloc': 'Zusammen zum Sperren bereit: {who}',
  'log.bloc.nobody': 'Niemand ist mehr zum Sperren bereit',
  'log.bloc.stands': 'Ein Sperrbündnis steht: {who}',
  'log.asked': '{who} fragt, ob sich das ausschließen lässt: {what}',
  'log.assured': '{who} schließt es aus: {what}',
  'log.notAssured': '{who} kann es nicht ausschließen: {what}',
  'log.lobbied.for': '{who} wirbt für ein Abkommen bei: {to}',
  'log.lobbied.against': '{who} wirbt gegen ein Abkommen bei: {to}',
  'log.swayed': '{to} lässt sich umstimmen: {who}',
  'log.notSwayed': '{to} lässt sich nicht umstimmen: {who}',
  'log.mapped': '{who} notiert auf der Karte etwas über {about}',
  'log.estimated': '{who} kauft eine Schätzung zu {about}: zwischen {min} und {max}',
  'log.corrected': '{who} holt ein Fachurteil zu {about} ein: {stance} ist {verdict}',
  'log.confided': '{who} vertraut an, wie es um {about} steht: {to}',
  'log.drafted': '{who} entwirft eine Rede. Halten soll sie: {side}',
  'log.handed': '{who} übergibt einen Redeentwurf: {to}',
  'log.contradiction': '{side} wird bei zweierlei Aussagen ertappt, die nicht zusammenpassen',
  'log.acknowledged.helped': '{who} sagt der anderen Seite, dass es half: „{what}“',
  'log.acknowledged.hurt': '{who} sagt der anderen Seite, dass es schadete: „{what}“',
  'log.acknowledged.nothing': '{who} sagt der anderen Seite, dass nichts daraus wurde: „{what}“',
  'log.judged.yes': 'Jemand würde es öffentlich vertreten: „{what}“',
  'log.judged.no': 'Jemand würde es nicht öffentlich vertreten: „{what}“',
  'log.chance.hit': 'Zufall, {odds}: Es tritt ein ({what})',
  'log.chance.miss': 'Zufall, {odds}: Es tritt nicht ein ({what})',
  'log.chance.host.hit': 'Die Spielleitung lässt es eintreten ({what})',
  'log.chance.host.miss': 'Die Spielleitung lässt es nicht eintreten ({what})',
  'log.chance.pending': 'Zu Beginn von Runde {round} dem Zufall überlassen, {odds}: {what}',
  'log.chance.after': 'was aus „{what}“ folgt',
  'log.chance.something': 'was zuvor in Gang gesetzt wurde',
  'log.chance.guess': 'wo die Mitte einer Schätzung liegt',
  'log.chance.overheard': '{who} hört, dass darüber gesprochen wurde',
  'log.chance.channel': 'es kommt heraus, dass diese Leitung benutzt wird: {what}',
  'log.something': 'etwas, das zuvor geschah',
  'chance.of': '{hits} zu {of}',
};
