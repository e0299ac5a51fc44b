import { FAMILY_SIZE } from "./families.js";
import { strongerSummary } from "./seeker-summary.js";
/** Units in one word; three bits each, so words stay small positive integers. */
export const UNITS_PER_WORD = FAMILY_SIZE / 2;
export const BITS_PER_UNIT = 3;
export const UNIT_MASK = 7;
/** Postings that are skipped or opened together. */
const BLOCK_SIZE = 32;
/** Blocks that share one bound on distance. */
const BLOCKS_PER_LEAF = 8;
const LEAF_SIZE = BLOCK_SIZE * BLOCKS_PER_LEAF;
/** A slot that is near to everything, such as a vacancy that can be done from anywhere. */
export const EVERYWHERE = -2;
/** A radius greater than any distance on the unit sphere. */
const ALL_ROUND = 3;
/** Builds the postings of slots 0..numSlots-1. O(units + postings log leaf size). */
export function buildPostings(numSlots, units, families, places, words) {
    const familyPostings = countPostings(numSlots, units, families);
    const { slot, low, high } = fillPostings(numSlots, units, families, familyPostings);
    const numFamilies = families.count;
    const familyStart = new Uint32Array(numFamilies + 1);
    let numLeaves = 0;
    let numBlocks = 0;
    for (let family = 0; family < numFamilies; family++) {
        const size = familyPostings[family + 1] - familyPostings[family];
        numLeaves += Math.ceil(size / LEAF_SIZE);
        numBlocks += Math.ceil(size / BLOCK_SIZE);
        familyStart[family + 1] = numLeaves;
    }
    const blockStart = new Uint32Array(numBlocks + 1);
    const leafStart = new Uint32Array(numLeaves + 1);
    let block = 0;
    let leaf = 0;
    for (let family = 0; family < numFamilies; family++) {
        const end = familyPostings[family + 1];
        for (let start = familyPostings[family]; start < end; start += LEAF_SIZE) {
            const leafEnd = Math.min(end, start + LEAF_SIZE);
            strongestFirst(slot, low, high, start, leafEnd);
            for (let posting = start; posting < leafEnd; posting += BLOCK_SIZE)
                blockStart[block++] = posting;
            leafStart[++leaf] = block;
        }
    }
    blockStart[numBlocks] = slot.length;
    const blockLow = joinRuns(low, blockStart, unitwiseMax);
    const blockHigh = joinRuns(high, blockStart, unitwiseMax);
    const summary = Int32Array.from(slot, one => words.summary[one]);
    const trade = Int32Array.from(slot, one => words.trade[one]);
    const blockSummary = joinRuns(summary, blockStart, strongerSummary);
    const blockTrade = joinRuns(trade, blockStart, either);
    const spheres = spheresOf(numLeaves, leafIndex => blockStart[leafStart[leafIndex]], slot, places);
    return { slot, low, high, summary, trade, blockStart, blockLow, blockHigh, blockSummary, blockTrade, leafStart, familyStart, spheres };
}
/** Start of each family's postings, and the end. */
function countPostings(numSlots, units, families) {
    const { start, unit } = units;
    const { familyOf, count } = families;
    const starts = new Uint32Array(count + 1);
    const seenBy = new Int32Array(count).fill(-1);
    for (let slot = 0; slot < numSlots; slot++) {
        for (let at = start[slot]; at < start[slot + 1]; at++) {
            const family = familyOf[unit[at]];
            if (seenBy[family] === slot)
                continue;
            seenBy[family] = slot;
            starts[family + 1]++;
        }
    }
    for (let family = 0; family < count; family++)
        starts[family + 1] += starts[family];
    return starts;
}
function fillPostings(numSlots, units, families, starts) {
    const { start, unit, strength } = units;
    const { familyOf, positionOf, count } = families;
    const total = starts[count];
    const slots = new Uint32Array(total);
    const low = new Int32Array(total);
    const high = new Int32Array(total);
    const next = starts.slice(0, count);
    const postingOf = new Int32Array(count);
    const seenBy = new Int32Array(count).fill(-1);
    for (let slot = 0; slot < numSlots; slot++) {
        for (let at = start[slot]; at < start[slot + 1]; at++) {
            const family = familyOf[unit[at]];
            if (seenBy[family] !== slot) {
                seenBy[family] = slot;
                postingOf[family] = next[family];
                slots[next[family]++] = slot;
            }
            const posting = postingOf[family];
            const position = positionOf[unit[at]];
            const words = position < UNITS_PER_WORD ? low : high;
            const shift = (position % UNITS_PER_WORD) * BITS_PER_UNIT;
            // A unit held in several ways counts by the strongest.
            if (strength[at] > ((words[posting] >> shift) & UNIT_MASK))
                words[posting] = (words[posting] & ~(UNIT_MASK << shift)) | (strength[at] << shift);
        }
    }
    return { slot: slots, low, high };
}
/** Sorts the postings of one leaf by total strength, descending; equal ones keep slot order. */
function strongestFirst(slot, low, high, start, end) {
    const size = end - start;
    if (size < 2)
        return;
    const keys = LEAF_KEYS.subarray(0, size);
    for (let i = 0; i < size; i++)
        keys[i] = (MOST_STRENGTH - strengthOf(low[start + i]) - strengthOf(high[start + i])) * LEAF_SIZE + i;
    keys.sort();
    LEAF_SLOTS.set(slot.subarray(start, end));
    LEAF_LOW.set(low.subarray(start, end));
    LEAF_HIGH.set(high.subarray(start, end));
    for (let i = 0; i < size; i++) {
        const from = keys[i] % LEAF_SIZE;
        slot[start + i] = LEAF_SLOTS[from];
        low[start + i] = LEAF_LOW[from];
        high[start + i] = LEAF_HIGH[from];
    }
}
// Scratch for one leaf: its postings, and sort keys of strength (descending) and position in the leaf.
const MOST_STRENGTH = FAMILY_SIZE * UNIT_MASK;
const LEAF_KEYS = new Uint32Array(LEAF_SIZE);
const LEAF_SLOTS = new Uint32Array(LEAF_SIZE);
const LEAF_LOW = new Int32Array(LEAF_SIZE);
const LEAF_HIGH = new Int32Array(LEAF_SIZE);
function strengthOf(word) {
    let sum = 0;
    for (let rest = word; rest !== 0; rest >>= BITS_PER_UNIT)
        sum += rest & UNIT_MASK;
    return sum;
}
/** Joins trade words. */
export function either(a, b) {
    return a | b;
}
/** One word for each run of words, which bounds them all. */
export function joinRuns(words, runStart, join) {
    const joined = new Int32Array(runStart.length - 1);
    for (let run = 0; run < joined.length; run++) {
        let all = 0;
        for (let i = runStart[run]; i < runStart[run + 1]; i++)
            all = join(all, words[i]);
        joined[run] = all;
    }
    return joined;
}
function unitwiseMax(a, b) {
    let max = 0;
    for (let shift = 0; shift < UNITS_PER_WORD * BITS_PER_UNIT; shift += BITS_PER_UNIT) {
        const one = (a >> shift) & UNIT_MASK;
        const other = (b >> shift) & UNIT_MASK;
        max |= (one > other ? one : other) << shift;
    }
    return max;
}
/** The ball around the places of each run of slots; `slot` is null where slots stand for themselves. */
export function spheresOf(count, startOf, slot, places) {
    const spheres = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count), radius: new Float64Array(count).fill(-1) };
    const slots = slot instanceof Uint32Array ? slot : undefined;
    for (let run = 0; run < count; run++) {
        const end = run + 1 < count ? startOf(run + 1) : slot.length;
        enclose(run, startOf(run), end, slots, places, spheres);
    }
    return spheres;
}
/** The middle of the box around the places, and the distance of the farthest from it. */
function enclose(run, start, end, slots, places, out) {
    const { placeOf, x, y, z } = places;
    let minX = 2;
    let maxX = -2;
    let minY = 2;
    let maxY = -2;
    let minZ = 2;
    let maxZ = -2;
    for (let i = start; i < end; i++) {
        const place = placeOf[slots === undefined ? i : slots[i]];
        if (place === EVERYWHERE) {
            out.radius[run] = ALL_ROUND;
            return;
        }
        if (place < 0)
            continue;
        if (x[place] < minX)
            minX = x[place];
        if (x[place] > maxX)
            maxX = x[place];
        if (y[place] < minY)
            minY = y[place];
        if (y[place] > maxY)
            maxY = y[place];
        if (z[place] < minZ)
            minZ = z[place];
        if (z[place] > maxZ)
            maxZ = z[place];
    }
    if (maxX < minX)
        return;
    const centreX = (minX + maxX) / 2;
    const centreY = (minY + maxY) / 2;
    const centreZ = (minZ + maxZ) / 2;
    let farthest = 0;
    for (let i = start; i < end; i++) {
        const place = placeOf[slots === undefined ? i : slots[i]];
        if (place < 0)
            continue;
        const dx = x[place] - centreX;
        const dy = y[place] - centreY;
        const dz = z[place] - centreZ;
        const square = dx * dx + dy * dy + dz * dz;
        if (square > farthest)
            farthest = square;
    }
    out.x[run] = centreX;
    out.y[run] = centreY;
    out.z[run] = centreZ;
    out.radius[run] = Math.sqrt(farthest);
}
//# sourceMappingURL=postings.js.map