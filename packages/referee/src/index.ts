export type { Adjustment, Ballots, RefereeScenario, Vote } from './model';
export { plannedAdjustments, resisted } from './plan/adjustments';
export { automaticAdjustments } from './plan/automatic';
export { type BalanceCheck, checkBalance } from './playability/balance';
export type { Check } from './playability/checks';
export { playability, playabilitySteps } from './playability/playability';
export { checkTexts } from './playability/texts';
export { createReferee, type Referee, type RefereeOptions } from './referee';
export type { Margin } from './rules/margin';
export { type Standing, type Standings, type Tally, tally } from './rules/tally';
export { type FactionSupport, modelVotes, support, type SupportParts } from './support/support';
export { bestValue, normalisedUtility, principalValue } from './values/principal';
export type { Fidelity } from './verdict/ballots';
export { type FactionVerdict, type SideVerdict, type Verdict, verdict } from './verdict/verdict';
export { census, type Census, censusSteps, type CensusWanted, type OptionCounts } from './win-sets/census';
export { type Member, type Members, memberSteps, members, type MembersWanted } from './win-sets/members';
export { finish, type Steps } from './win-sets/steps';
export type { SortValue } from './win-sets/valuing';
export { SYNCHRONOUS_DEALS, type WinSets, winSets } from './win-sets/win-sets';
export { type Explanation, explainVerdict, type SpokenSide, type SpokenVerdict } from './words/explain';
export { messagesFor } from './words/language';
export type { Mood } from './words/messages';
export { type ListWanted } from './report/list';
export type {
  ComparisonReport,
  Count,
  FrontReport,
  ListReport,
  PartyReport,
  PowerShare,
  RatifiedReport,
  Report,
  SideReport,
  SolutionReport,
  Unanswered,
  WithinReport,
} from './report/model';
export { reportSteps, type ReportWanted } from './report/report';
export {
  type AdditiveCause,
  attribution,
  type AttributionRequest,
  attributionSteps,
} from './attribution/additive';
export type {
  Attribution,
  Attributions,
  CausePair,
  CauseShare,
  Outcome,
  PathStep,
} from './attribution/attribution';
export type { Cause, CauseGroup, CauseId, Player } from './attribution/players';
export { attributionOfReplay, attributionOfReplaySteps, type ReplayedSide } from './attribution/replayed';
export { type CheapestHelp, cheapestHelp, cheapestHelpSteps, type HelpWanted } from './advice/cheapest';
export { type Distance, distanceToPassing, type Raise } from './advice/distance';
export type { Measure } from './advice/measures';
export type { HelpSet } from './advice/shelf';
export { explainAttributions, explainDistance, explainHelp, type SpokenAttributions } from './words/turning';
export { type CoalitionOptions, type Coalitions, coalitions } from './coalitions/coalitions';
export { decimalNumber, decimalText, type ExactFraction } from './coalitions/fractions';
export type { NotAVotingGame } from './coalitions/game';
export { type PlayerPower, type Power, type PowerOptions, power } from './coalitions/power';
export { type Chances, type ChancesOf, createChances } from './uncertainty/chances';
export type { VoteChances } from './uncertainty/votes';
export { type EntryScore, type Estimate, type MapScore, type Mean, scoreMap } from './maps/score';
export { type Forecast, type PredictedVote } from './maps/forecast';
export { type Stance, type Truth, truthAbroad } from './maps/truth';
export { type AnalysisWanted, normalise, type PartyScale, type Refusal } from './fronts/analysis';
export { type Front, type FrontPoint, type FrontWanted, paretoFront, paretoFrontSteps } from './fronts/front';
export type { PartyChoice } from './fronts/parties';
export { type Share, type Shares, shares, sharesSteps } from './fronts/shares';
export { type Unanimous, unanimousCount, unanimousSteps } from './fronts/unanimous';
export {
  type PickedDeal,
  type Solution,
  type SolutionPoints,
  solutionPoints,
  solutionPointsSteps,
  type SolutionsWanted,
} from './solutions/solutions';
export type { NoSolution } from './solutions/rules';
