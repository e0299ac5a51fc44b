import { planOf } from "../model/plan.js";
import { isFailure, openCode } from "../model/rules.js";
import { familiesOf } from "./families.js";
import { SeekerScan } from "./seeker-scan.js";
import { buildSeekerSegment } from "./seeker-segment.js";
import { SegmentedStore } from "./segmented-store.js";
import { TopK } from "./top-k.js";
import { Trades } from "./trades.js";
import { VacancyScan } from "./vacancy-scan.js";
import { buildVacancySegment } from "./vacancy-segment.js";
/** The fast engine: frozen, indexed segments and scans that open only what may hold one of the best. */
export function indexedEngine(ground) {
    const families = familiesOf(ground.taxonomy);
    const trades = new Trades(ground.taxonomy);
    const seekers = new SegmentedStore(facts => buildSeekerSegment(facts, families, ground.levelRanks, trades));
    const vacancies = new SegmentedStore(facts => buildVacancySegment(facts, families, ground.levelRanks, trades));
    const seekerScan = new SeekerScan(ground, families, trades);
    const vacancyScan = new VacancyScan(ground, families, trades);
    return {
        seekers,
        vacancies,
        rankSeekers(plan, asOf, limit) {
            if (isFailure(openCode(plan.vacancy, asOf)))
                return [];
            const top = new TopK(limit);
            seekerScan.begin(plan, asOf);
            seekers.segments().forEach((segment, ref) => seekerScan.scan(segment, ref, top));
            seekerScan.end();
            return top.sorted().map(({ id, score, potential, fit }) => ({ id, score, potential, fit, appeal: score - fit, unitWeights: plan.unitWeights }));
        },
        rankVacancies(seeker, profile, asOf, limit) {
            const top = new TopK(limit);
            const segments = vacancies.segments();
            vacancyScan.begin(seeker, profile, asOf);
            segments.forEach((segment, ref) => vacancyScan.scan(segment, ref, top));
            vacancyScan.end();
            return top.sorted().map(({ id, score, potential, fit, ref }) => {
                const segment = segments[ref];
                const { unitWeights } = planOf(segment.factsAt(segment.slotOf.get(id)), profile);
                return { id, score, potential, fit, appeal: score - fit, unitWeights };
            });
        },
    };
}
//# sourceMappingURL=indexed-engine.js.map