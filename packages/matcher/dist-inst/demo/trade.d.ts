/**
 * A trade of the demo city: what people learn, do and are sought for. Codes are the taxonomy's; shares and mixes are whole numbers that
 * count only against one another.
 */
export interface Trade {
    name: string;
    /** Schemes, the most usual first; none where the catalogue has no unit of the trade. */
    clusters: readonly string[];
    /** KBJI code and plain title, the most usual first. */
    jobs: ReadonlyArray<readonly [occupation: string, title: string]>;
    /** KBLI codes of the employers, the most usual first. */
    sectors: readonly string[];
    /** Vocational fields that lead here. */
    smk: readonly string[];
    /** University fields that lead here. */
    university: readonly string[];
    /** How often each group of levels is found and asked for: SMP or less, SMA, SMK, diploma, degree. */
    levels: readonly [basic: number, sma: number, smk: number, diploma: number, degree: number];
    /** Usual pay, per mille of the minimum wage of the place. */
    wage: number;
    /** Licences the work demands. */
    licences: readonly string[];
    /** Vacancies in ten thousand that demand them. */
    licensed: number;
    /** Only adults may do it. */
    adultsOnly: boolean;
    /** Vacancies in ten thousand that can be done from anywhere. */
    remote: number;
    /** Share among seekers and among vacancies. */
    seekers: number;
    vacancies: number;
    /** Share among the courses of the city's training centre. */
    courses: number;
}
/** What holds for a trade unless it says otherwise. */
export declare const PLAIN_TRADE: Readonly<Omit<Trade, 'name' | 'jobs' | 'sectors' | 'levels' | 'wage' | 'seekers' | 'vacancies'>>;
//# sourceMappingURL=trade.d.ts.map