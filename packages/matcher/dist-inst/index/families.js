/** Units in one posting: three bits each, ten in a word, two words. */
export const FAMILY_SIZE = 20;
export function familiesOf(taxonomy) {
    const size = taxonomy.units.size;
    const familyOf = new Uint16Array(size);
    const positionOf = new Uint8Array(size);
    const assigned = new Uint8Array(size);
    let count = 0;
    function fill(units) {
        const free = units.filter(unit => assigned[unit] === 0);
        free.forEach((unit, index) => {
            assigned[unit] = 1;
            familyOf[unit] = count + Math.floor(index / FAMILY_SIZE);
            positionOf[unit] = index % FAMILY_SIZE;
        });
        count += Math.ceil(free.length / FAMILY_SIZE);
    }
    // Large clusters first: the small ones are mostly parts of them.
    const clusters = Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index));
    clusters.sort((a, b) => b.units.length - a.units.length || a.index - b.index);
    for (const cluster of clusters)
        fill(cluster.units);
    fill(Array.from({ length: size }, (_, unit) => unit));
    return { count, familyOf, positionOf };
}
//# sourceMappingURL=families.js.map