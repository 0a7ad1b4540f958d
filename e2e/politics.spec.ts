import type { Page } from '@playwright/test';
import { goTo, make } from './support/desk';
import { type Class, openClass, PLAIN } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

type Open = (device: 'laptop' | 'phone' | 'projector') => Promise<Page>;

/** Seats somebody, in a browser of their own. */
async function sit(
  room: Class,
  url: string,
  open: Open,
  role: string,
  device: 'laptop' | 'phone' = 'laptop',
): Promise<Page> {
  const page = await open(device);
  await sitDown(page, url, await room.seat(role), room);
  return page;
}

/** From the lobby to the first round. */
async function bargain(room: Class, ...pages: readonly Page[]): Promise<void> {
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  for (const page of pages) await expect(page.getByText(/Round 1 of/).first()).toBeVisible();
}

/** Opens a sheet that is folded. */
async function unfold(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: title, expanded: false }).click();
}

/** What a faction says has moved it. */
const felt = (page: Page, what: string | RegExp) =>
  page
    .getByRole('listitem')
    .filter({ hasText: what })
    .filter({ hasText: /[+−]\d/ });

test('a speech is drafted for the other side, handed through the back channel, and given', async ({
  server,
  open,
}) => {
  test.setTimeout(240_000);
  const room = await openClass(server.url);
  const baker = await sit(room, server.url, open, 'baker');
  const shevardnadze = await sit(room, server.url, open, 'shevardnadze', 'phone');
  const general = await sit(room, server.url, open, 'general-staff', 'phone');
  await bargain(room, baker, shevardnadze, general);

  await unfold(baker, /^Drafts of speeches/);
  await baker.getByRole('button', { name: 'Draft a speech' }).click();
  await expect(baker.getByRole('radio', { name: 'The Soviet side' })).toBeChecked();
  await baker
    .getByRole('group', { name: '1. Who must be won' })
    .getByRole('checkbox', { name: 'The General Staff' })
    .check();
  await baker.getByLabel('2. Themes, in your words').fill('Our soldiers come home in order.');
  await baker
    .getByRole('group', { name: /^3. Attacks to expect/ })
    .getByRole('checkbox', { name: 'Our officers will come home to tents.' })
    .check();
  await baker.getByLabel('4. Answers to them, in your words').fill('Nobody sold anything.');
  await inspect(baker, 'politics-draft-speech');
  await baker.getByRole('button', { name: 'Keep the draft' }).click();
  await expect(baker.getByText('The Soviet side: a speech drafted by Baker')).toBeVisible();
  // At home nobody knows of it until it is handed over.
  await baker.getByRole('button', { name: 'Hand it to Shevardnadze' }).click();
  await expect(baker.getByText('Handed to Shevardnadze').first()).toBeVisible();

  await room.act('baker', { type: 'propose', terms: PLAIN });
  await room.act('shevardnadze', { type: 'propose', terms: PLAIN });
  await room.act('baker', { type: 'initial' });
  await room.act('shevardnadze', { type: 'initial' });
  await expect(shevardnadze.getByRole('heading', { name: 'Your acceptance speech' })).toBeVisible();
  await shevardnadze.getByRole('radio', { name: 'The draft of Baker' }).check();
  await expect(shevardnadze.getByText('The draft wants to win: General Staff')).toBeVisible();
  await expect(shevardnadze.getByLabel('Your own words')).toHaveValue(
    'Our soldiers come home in order.\n\nNobody sold anything.',
  );
  await inspect(shevardnadze, 'politics-speech-from-draft');
  await shevardnadze.getByRole('button', { name: 'Give the speech' }).click();
  await expect(general.getByText('Our soldiers come home in order.').first()).toBeVisible();
  // The General Staff holds one of the attacks that were foreseen: it counts with it, though no answer card was played.
  const truth = room.host.store.getState().tables[room.table]?.desk;
  const drafts = Object.keys(truth?.politics.charts ?? {});
  const gained = truth?.effects.filter(
    (effect) => effect.faction === 'general-staff' && drafts.includes(truth.behind[effect.id]?.cause ?? ''),
  );
  expect(gained?.map((effect) => effect.points)).toEqual([1]);
  room.close();
});

test('a back channel comes out when the host lets it, and the factions hear of it', async ({
  server,
  open,
}) => {
  const room = await openClass(server.url);
  const ross = await sit(room, server.url, open, 'ross');
  await room.seat('tarasenko');
  const kgb = await sit(room, server.url, open, 'kgb', 'phone');
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await bargain(room, ross, kgb);

  await ross.getByRole('tab', { name: /^Back channel/ }).click();
  await ross.getByLabel('Write in Ross and Tarasenko').fill('What can your generals live with?');
  await ross.getByRole('button', { name: 'Send', exact: true }).click();
  const chance = host.getByRole('listitem').filter({
    hasText: /Chance of 1 in 12.*it comes out that this line is used: Ross and Tarasenko/,
  });
  await expect(chance).toBeVisible();
  await inspect(host, 'politics-console-chance');
  await chance.getByRole('button', { name: 'Let it happen' }).click();
  await expect(kgb.getByText(/aides of both ministers meet without their delegations/).first()).toBeVisible();
  await expect(host.getByText(/The host lets it happen \(it comes out that this line is used/)).toBeVisible();

  // A card confided may come out, too: then the faction that was talked about hears of it.
  await unfold(ross, 'Confide how your factions stand');
  await ross.getByLabel('How things stand with').selectOption({ label: 'The US Congress' });
  await expect(ross.getByText(/With a chance of 1 in 10 the faction hears/)).toBeVisible();
  await ross.getByRole('button', { name: 'Confide it' }).click();
  await expect(ross.getByText(/you told Tarasenko about Congress/)).toBeVisible();
  const congress = await sit(room, server.url, open, 'congress', 'phone');
  await host
    .getByRole('listitem')
    .filter({ hasText: /Congress hears that it was talked about/ })
    .getByRole('button', { name: 'Let it happen' })
    .click();
  await expect(felt(congress, 'You were talked about across the table')).toContainText('−1');
  room.close();
});

test('a performed provocation is asked about quietly, and answered with restraint', async ({
  server,
  open,
}) => {
  const room = await openClass(server.url);
  const baker = await sit(room, server.url, open, 'baker', 'phone');
  const shevardnadze = await sit(room, server.url, open, 'shevardnadze');
  const reformers = await sit(room, server.url, open, 'reformers', 'phone');
  await room.seat('ross');
  await bargain(room, baker, shevardnadze, reformers);
  await room.say({ type: 'fire', trigger: 'berlin-meeting' });

  await make(shevardnadze, 'Read the Berlin paper');
  const alert = baker.getByRole('alert').filter({ hasText: 'Shevardnadze reads a harsh paper in Berlin' });
  await expect(alert).toBeVisible();
  // The paper looks meant; whether it is, only a private question tells.
  await expect(alert.getByText(/You learned/)).toBeHidden();
  await alert.getByRole('button', { name: /Ask Tarasenko what it means/ }).click();
  await expect(alert.getByText('You learned: Read because Moscow ordered it')).toBeVisible();
  await inspect(baker, 'politics-provoked');
  await alert.getByRole('button', { name: 'Stand firm without raising the stakes' }).click();
  await expect(alert).toBeHidden();
  await expect(felt(reformers, 'The West stays calm over Berlin')).toContainText('+1');

  // Moscow tells what came of it, and cannot bend it.
  await unfold(shevardnadze, /^What came of it/);
  await shevardnadze
    .getByRole('button', {
      name: 'Tell them what came of it: The West stays calm over Berlin and holds its line',
    })
    .click();
  await goTo(baker, 'Moves');
  await unfold(baker, /^What came of it/);
  await expect(
    baker.getByText('“The West stays calm over Berlin and holds its line” helped with their factions'),
  ).toBeVisible();
  room.close();
});

test('pressure helps those who asked for it, and hurts when nobody did', async ({ server, open }) => {
  const PRESS = 'Press Moscow in public on emigration and Vilnius';
  const PRESSED = 'Washington presses Moscow on emigration and Lithuania';
  const uninvited = await openClass(server.url);
  const bold = await sit(uninvited, server.url, open, 'baker');
  const offended = await sit(uninvited, server.url, open, 'kgb', 'phone');
  await bargain(uninvited, bold, offended);
  await make(bold, PRESS);
  await expect(felt(offended, PRESSED)).toContainText('−1');
  uninvited.close();

  const invited = await openClass(server.url);
  const baker = await sit(invited, server.url, open, 'baker');
  const kgb = await sit(invited, server.url, open, 'kgb', 'phone');
  const shevardnadze = await sit(invited, server.url, open, 'shevardnadze', 'phone');
  await bargain(invited, baker, kgb, shevardnadze);
  await goTo(shevardnadze, 'Moves');
  await shevardnadze.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await shevardnadze.getByRole('button', { name: 'Do it: Ask the West to press you' }).click();
  await shevardnadze.getByLabel('In your own words (optional)').fill('Push us. We shall grumble.');
  await shevardnadze.getByRole('button', { name: 'Do it', exact: true }).click();
  const card = baker
    .getByRole('article')
    .filter({ has: baker.getByRole('heading', { name: PRESS, exact: true }) });
  await baker.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(card.getByText('The Soviet side has asked for this')).toBeVisible();
  await card.getByRole('button', { name: `Do it: ${PRESS}` }).click();
  await expect(felt(kgb, PRESSED)).toContainText('+1');
  invited.close();
});

test('a joint plan is signed, one promise is kept and one broken', async ({ server, open }) => {
  test.setTimeout(180_000);
  const room = await openClass(server.url);
  const baker = await sit(room, server.url, open, 'baker');
  const shevardnadze = await sit(room, server.url, open, 'shevardnadze', 'phone');
  await room.seat('gorbachev');
  await bargain(room, baker, shevardnadze);

  await unfold(baker, /^Joint plans/);
  await baker.getByRole('button', { name: 'Draft a plan' }).click();
  await baker
    .getByRole('combobox', { name: 'With', exact: true })
    .selectOption({ label: 'Eduard Shevardnadze' });
  const ours = baker.getByRole('group', { name: 'Your side promises' });
  await ours.getByRole('checkbox', { name: 'no claiming a victory in public' }).check();
  await ours.getByRole('checkbox', { name: 'Forbid all gloating' }).check();
  const theirs = baker.getByRole('group', { name: 'The Soviet side promises' });
  await theirs.getByRole('checkbox', { name: 'no hard words in public' }).check();
  await theirs
    .getByLabel('By when: no hard words in public')
    .selectOption({ label: 'until the end of round 1' });
  await baker.getByLabel('In your words (optional)').fill('You hold your tongue, we hold ours.');
  await inspect(baker, 'politics-plan-form');
  await baker.getByRole('button', { name: 'Offer the plan' }).click();

  await expect(shevardnadze.getByText('Baker offers you a plan')).toBeVisible();
  await inspect(shevardnadze, 'politics-plan-offered');
  await shevardnadze.getByRole('button', { name: 'Sign the plan' }).click();
  await expect(baker.getByText('Signed with Shevardnadze, offered in round 1')).toBeVisible();

  // The West does what it promised; Moscow holds its tongue to the end of the round.
  await make(baker, 'Forbid all gloating');
  const plan = baker.getByRole('listitem').filter({ hasText: 'Signed with Shevardnadze' }).first();
  await expect(plan.getByText(/Forbid all gloating \(until the outcome, kept\)/)).toBeVisible();
  await room.say({ type: 'skip' });
  await expect(plan.getByText(/no hard words in public \(until the end of round 1, kept\)/)).toBeVisible();

  // A second plan is broken by a move that the first one never spoke of.
  await room.act('baker', {
    type: 'offer-plan',
    to: 'shevardnadze',
    promises: [{ side: 'soviet', kind: 'avoid', what: 'hard', until: null }],
  });
  await shevardnadze.getByRole('button', { name: 'Sign the plan' }).click();
  await room.say({ type: 'fire', trigger: 'berlin-meeting' });
  await room.act('shevardnadze', { type: 'move', move: 'berlin-paper' });
  await goTo(shevardnadze, 'Moves');
  await unfold(shevardnadze, /^Joint plans/);
  await expect(shevardnadze.getByText(/no hard words in public \(until the outcome, broken\)/)).toBeVisible();
  await goTo(shevardnadze, 'News');
  await expect(
    shevardnadze.getByText(
      'The Soviet side has broken a promise of the joint plan between Baker and Shevardnadze',
    ),
  ).toBeVisible();
  await inspect(baker, 'politics-plans');
  room.close();
});

test('a negotiator draws a map of the other side, and buys what it takes to mend it', async ({
  server,
  open,
}) => {
  const room = await openClass(server.url);
  const baker = await sit(room, server.url, open, 'baker');
  const press = await sit(room, server.url, open, 'press', 'phone');
  await bargain(room, baker, press);

  await baker.getByRole('button', { name: /The General Staff/, expanded: false }).click();
  await expect(baker.getByRole('button', { name: 'Ask an expert about The General Staff' })).toBeDisabled();
  await baker.getByLabel('Support for what is agreed so far').fill('5');
  await baker
    .getByRole('group', { name: 'How it would vote: The General Staff' })
    .getByRole('button', { name: 'Yes' })
    .click();
  await expect(baker.getByText('support +5 · votes Yes')).toBeVisible();
  await baker.getByRole('button', { name: 'Buy an estimate of The General Staff' }).click();
  await expect(baker.getByText(/Estimate in round 1: between/).first()).toBeVisible();
  await baker.getByRole('button', { name: 'Ask an expert about The General Staff' }).click();
  await expect(baker.getByText('An expert in round 1: your +5 was too high')).toBeVisible();
  await inspect(baker, 'politics-map');
  await baker.reload();
  await expect(baker.getByText('support +5 · votes Yes')).toBeVisible();

  await expect(press.getByRole('heading', { name: 'Your predictions' })).toBeVisible();
  await press.getByRole('button', { name: /The US Congress/, expanded: false }).click();
  await press
    .getByRole('group', { name: 'How it would vote: The US Congress' })
    .getByRole('button', { name: 'No' })
    .click();
  await expect(press.getByText('votes No')).toBeVisible();
  await inspect(press, 'politics-predictions');
  room.close();
});

test('factions ask, lobby, leak and stand together, and consent is theirs to give', async ({
  server,
  open,
}) => {
  test.setTimeout(180_000);
  const room = await openClass(server.url);
  const general = await sit(room, server.url, open, 'general-staff', 'phone');
  const conservatives = await sit(room, server.url, open, 'party-conservatives', 'phone');
  const bundesbank = await sit(room, server.url, open, 'bundesbank', 'phone');
  const shevardnadze = await sit(room, server.url, open, 'shevardnadze');
  const kohl = await sit(room, server.url, open, 'kohl');
  const projector = await open('projector');
  await projector.goto(`${server.url}/screen#${room.screenToken}`);
  await bargain(room, general, conservatives, bundesbank, shevardnadze, kohl);

  // A question to the own negotiator, and an answer that binds.
  await goTo(general, 'Moves');
  await unfold(general, 'Ask them to rule something out');
  await general.getByLabel('What you will not have').selectOption({ label: 'One to two years' });
  await general.getByRole('button', { name: 'Can you rule this out?' }).click();
  await expect(shevardnadze.getByText(/^General Staff asks: can you rule out/)).toBeVisible();
  await inspect(shevardnadze, 'politics-asked');
  await shevardnadze.getByRole('button', { name: 'We rule it out' }).click();
  await expect(general.getByText(/is ruled out$/)).toBeVisible();

  // Lobbying: the one that is worked on says whether it was swayed.
  await unfold(general, 'Work on another faction');
  await general.getByLabel('Whom').selectOption({ label: 'Party conservatives' });
  await general.getByLabel('Towards what').selectOption('against');
  await general.getByLabel('Your argument (optional)').fill('They will park tanks on the Elbe.');
  await general.getByRole('button', { name: /^Work on them/ }).click();
  await expect(conservatives.getByText('They will park tanks on the Elbe.').first()).toBeVisible();
  await inspect(conservatives, 'politics-lobbied');
  await conservatives.getByRole('button', { name: 'They have a point' }).click();
  await expect(general.getByText('Conservatives was swayed')).toBeVisible();
  await expect(felt(conservatives, 'You let General Staff sway you')).toContainText('−1');

  // Standing together in front of everybody.
  await unfold(general, /^Blocking coalition/);
  await general.getByRole('button', { name: 'Be ready to block' }).click();
  await expect(projector.getByText('Ready to block together: General Staff')).toBeVisible();
  await goTo(conservatives, 'Moves');
  await unfold(conservatives, /^Blocking coalition/);
  await conservatives.getByRole('button', { name: 'Be ready to block' }).click();
  await expect(projector.getByText(/^A blocking coalition stands/)).toBeVisible();
  await expect(kohl.getByText(/^Brackets: factions ready to block together/)).toBeVisible();
  await inspect(general, 'politics-home');
  await inspect(kohl, 'politics-bloc');

  // A secret that a faction was told is given to the press, and nobody says by whom.
  await room.seat('bush');
  await room.move('bush', 'letter-from-the-top');
  await unfold(general, /^Give a secret to the press/);
  await general
    .getByRole('button', { name: 'Leak: A letter from the White House reaches the Kremlin' })
    .click();
  await expect(projector.getByText('Out in the open: George Bush')).toBeVisible();

  // Consent before a move.
  await room.say({ type: 'fire', trigger: 'bankers-in-moscow' });
  await kohl.getByRole('button', { name: /^Show \d+ more$/ }).click();
  const guarantee = kohl
    .getByRole('article')
    .filter({ has: kohl.getByRole('heading', { name: 'Announce the credit guarantee early' }) });
  await expect(guarantee.getByText('Needs consent first')).toBeVisible();
  await guarantee
    .getByRole('button', { name: 'Ask for consent: Announce the credit guarantee early' })
    .click();
  await inspect(bundesbank, 'politics-consent');
  await bundesbank.getByRole('button', { name: 'We consent', exact: true }).click();
  await guarantee.getByRole('button', { name: 'Do it: Announce the credit guarantee early' }).click();
  await expect(
    kohl.getByText('Bonn guarantees five billion marks of credit for Moscow').first(),
  ).toBeVisible();

  // Two things said that do not fit together are found out by those who heard both.
  await room.move('kohl', 'not-a-price');
  await room.move('kohl', 'price-of-unity');
  await expect(bundesbank.getByText('Your side has said two things that do not fit together:')).toBeVisible();
  await inspect(bundesbank, 'politics-two-tongues');
  room.close();
});

test('in the debrief each person says which moves could be defended in public', async ({ server, open }) => {
  const room = await openClass(server.url);
  const baker = await sit(room, server.url, open, 'baker', 'phone');
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await expect(host.getByText(room.code).first()).toBeVisible();
  await bargain(room, baker);
  await make(baker, 'Press Moscow in public on emigration and Vilnius');
  await room.act('baker', { type: 'walk-away' });
  await room.say({ type: 'skip' });
  await room.say({ type: 'open-debrief' });
  await baker.getByRole('link', { name: 'Open the debrief' }).click();
  await baker.getByRole('button', { name: 'In public?' }).click();
  const vote = baker.getByRole('group', {
    name: 'Would you defend it in public: Washington presses Moscow on emigration and Lithuania',
  });
  await vote.getByRole('button', { name: 'No' }).click();
  await expect(vote.getByRole('button', { name: 'No', pressed: true })).toBeVisible();
  await inspect(baker, 'politics-judge');
  await host.goto(`${server.url}/debrief?table=${room.table}`);
  await host.getByRole('button', { name: 'In public?' }).click();
  await expect(host.getByText('0 would, 1 would not')).toBeVisible();
  await inspect(host, 'politics-judge-host');
  room.close();
});
