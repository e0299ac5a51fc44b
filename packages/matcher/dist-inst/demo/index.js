export { CITY_YEAR, demoCity, demoCountry } from "./demo-city.js";
//# sourceMappingURL=index.js.map