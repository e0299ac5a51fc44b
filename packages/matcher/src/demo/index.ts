export { CITY_YEAR, demoCity, demoCountry } from './demo-city.ts'
export type { DemoOptions, DemoPopulation } from './demo-city.ts'
export { demoFair } from './demo-fair.ts'
export type { DemoFair, DemoFairOptions } from './demo-fair.ts'
