export { planFair } from './plan-fair.ts'
export { verifyPlan, type PlanVerdict, type PlanViolation } from './verify-plan.ts'
export type { Booth, Cut, Fair, FairPlan, FairProof, Interview, Invitation, Prices, Wave, WhyNot } from './fair.ts'
export type { Market, OnProgress, RunOptions } from '../placement/market.ts'
