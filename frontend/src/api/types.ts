import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['MeAnswer'];
export type Status = Schemas['StatusAnswer'];
export type ServiceStatus = Schemas['ServiceState'];
export type Asset = Schemas['Asset'];
export type TechnicalLimits = Schemas['TechnicalLimits'];
export type AssetInput = Omit<Asset, 'id' | 'version' | 'limits' | 'limitsStated'> & {
  limits?: TechnicalLimits;
};
export type Site = Schemas['Site'];
export type AssetDeviation = Schemas['AssetDeviation'];
export type Market = Schemas['Market'];
export type BidActivity = Schemas['BidActivity'];
export type DeadLetter = Schemas['DeadLetter'];
export type CalendarDay = Schemas['CalendarAnswerDayAnswer'];
export type Auction = Schemas['Auction'];
export type DeliveryBlock = Schemas['BlockAnswer'];
export type ReferencePrices = Schemas['AuctionPricesAnswer'];
export type Import = Schemas['Import'];
export type ImportFault = Schemas['ImportFault'];
export type PriceBucket = Schemas['PriceBucket'];
export type PriceDistribution = Schemas['PriceDistribution'];
export type Anomaly = Schemas['Anomaly'];
export type Correlation = Schemas['Correlation'];
export type PriceCoverage = Schemas['PriceCoverage'];
export type PriceSeries = Schemas['PriceSeries'];
export type DescribedBid = Schemas['BidView'];
/** The document leaves these words open; they are closed here, so that a missing case is seen. */
export type Bid = Omit<Schemas['BidView'], 'side' | 'state' | 'submission' | 'atVenue'> & {
  side: 'buy' | 'sell';
  state: 'draft' | 'pending_approval' | 'approved' | 'withdrawn';
  submission?: Submission | null;
  /** What the exchange holds now, by its own word; an earlier version until the newest is acknowledged. */
  atVenue?: AtVenue | null;
};
export type AtVenue = Omit<Schemas['BidViewAtVenueView'], 'state'> & {
  state: 'acknowledged' | 'withdraw_requested';
};
export type Submission = Omit<Schemas['BidViewSubmissionView'], 'state'> & {
  state:
    | 'queued'
    | 'sent'
    | 'acknowledged'
    | 'refused'
    | 'in_doubt'
    | 'replaced'
    | 'withdraw_requested'
    | 'withdrawn';
};
export type BidBlock = Schemas['BidBlock'];
export type BidBlockOrder = Schemas['BidBlockOrder'];
export type BidBlockOutcome = Schemas['BlockOrderOutcome'];
export type CopiedBid = Schemas['CopiedBid'];
export type BidDiff = Schemas['BidDiff'];
export type BidTemplate = Schemas['BidTemplate'];
export type BidInput = Omit<Schemas['BidInput'], 'blocks' | 'blockOrders'> & {
  blocks: BidBlock[];
  blockOrders?: BidBlockOrder[];
};
export type ValidationFault = Schemas['BidFault'];
export type ClearingRun = Schemas['ClearingRun'];
export type AreaPrices = Schemas['AreaOutcome'];
export type LinkFlow = Schemas['RunLink'];
export type Curve = Schemas['BlockCurves'];
export type CurvePoint = Schemas['BlockCurvesCorner'];
export type Explanation = Schemas['Explanation'];
export type Award = Schemas['Award'];
export type Positions = Schemas['Positions'];
export type Job = Schemas['Job'];
export type Problem = Schemas['Problem'];
export type Fault = Schemas['Fault'];
export type Exchange = Schemas['Exchange'];
export type MarketEvent = Schemas['MarketEvent'];
export type DayOverview = Schemas['DayOverview'];
export type DayPosition = Schemas['DayPosition'];
export type StandingBid = Schemas['StandingBid'];
export type Rule = Schemas['RulesAnswerRuleAnswer'];
export type BlockResult = Schemas['BlockResult'];
export type Replay = Schemas['Replay'];
export type ReplayRequest = Schemas['ReplayRequest'];
export type ReplayAreaPrices = Schemas['ReplayOutcomeAreaPrices'];
export type ReplayBlockOrderChange = Schemas['ReplayRequestBlockOrderChange'];
export type ReplayOwnBlockOrder = Schemas['ReplayOutcomeOwnBlockOrder'];
export type SweepPoint = Schemas['ReplaySweepPoint'];
export type AuditEntry = Schemas['AuditEntry'];
export type AuditChain = Schemas['ChainState'];
export type ShiftEntry = Schemas['ShiftEntry'];
export type ShiftEntryInput = Schemas['ShiftEntryInput'];
export type StoredFile = Schemas['StoredFile'];
export type TemporaryLink = Schemas['TemporaryLink'];
export type AlertRule = Schemas['AlertRule'];
export type ExchangeConnection = Schemas['ExchangeConnection'];
export type ExchangeAward = Schemas['ExchangeAward'];
export type OutsideAuctionInput = Schemas['OutsideAuctionInput'];
export type OutsideAuction = Schemas['OutsideAuction'];
export type ExchangeConnectionInput = Schemas['ExchangeConnectionInput'];
export type AlertRuleInput = Schemas['AlertRuleInput'];
export type Notification = Schemas['Notification'];
export type NotificationDelivery = Schemas['Delivery'];
export type NotificationSettings = Schemas['NotificationSettings'];
export type Statement = Schemas['Statement'];
export type StatementDay = Schemas['StatementDay'];
export type SettledLine = Schemas['SettledLine'];
export type SettledDeviation = Schemas['SettledDeviation'];
export type LineOrigin = Schemas['LineOrigin'];
export type ShadowSettlement = Schemas['ShadowSettlement'];
export type ShadowDifference = Schemas['ShadowSettlementDifference'];
export type BookSeries = Omit<Schemas['BookDaySeries'], 'side' | 'kind'> & {
  side: 'sell' | 'buy';
  kind: 'long_term' | 'bilateral' | 'awarded' | 'provisional' | 'carried_over' | 'offered';
};
export type BookDay = Omit<Schemas['BookDay'], 'series'> & { series: BookSeries[] };
export type Contract = Schemas['Contract'];
export type ContractInput = Schemas['ContractInput'];
export type Registration = Schemas['Registration'];
export type RegistrationInput = Schemas['RegistrationInput'];
export type AssetTerms = Schemas['AssetTerms'];
export type AssetTermsInput = Schemas['AssetTermsInput'];
export type ReadingsImported = Schemas['MeterReadingFilesImported'];
export type SettlementImported = Schemas['SettlementInputsImported'];
export type Dispute = Schemas['Dispute'];
export type DisputeInput = Schemas['DisputeInput'];
export type RiskLimit = Schemas['RiskLimit'];
export type RiskLimitInput = Schemas['RiskLimitInput'];
export type LimitUsage = Schemas['LimitUsage'];
export type ApprovalPolicy = Schemas['ApprovalPolicy'];
export type ApprovalPolicyInput = Schemas['ApprovalPolicyInput'];
export type BidApproval = Schemas['BidApproval'];
export type TradingStop = Schemas['TradingStop'];
export type StopInput = Schemas['StopInput'];
export type StoppedBid = Schemas['StoppedBid'];
export type NextGate = Schemas['NextGate'];
export type GateWarnings = Schemas['GateWarningsSetting'];
export type ReadyBid = Schemas['ReadyBid'];
export type NoBidPolicy = Schemas['NoBidPolicy'];
export type NoBidInput = Schemas['NoBidPoliciesInput'];
