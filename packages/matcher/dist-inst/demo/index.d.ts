export { CITY_YEAR, demoCity, demoCountry } from './demo-city.ts';
export type { DemoOptions, DemoPopulation } from './demo-city.ts';
//# sourceMappingURL=index.d.ts.map