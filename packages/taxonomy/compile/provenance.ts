import { unpackInts } from '../dist/packed-ints.js'
import type { TaxonomyData } from '../dist/tables.js'
import type { Provenance } from '../dist/types.js'

/** Day on which the source tables were collected. */
const COLLECTED = '2026-11-20'

const GOVERNMENT_TEXT = 'text of government decisions, free under UU 28/2014 art. 42'

/** Where each table came from and how far to trust it. */
export function provenanceOf (tables: Omit<TaxonomyData, 'edition'>): Provenance[] {
  const { units, clusters, relations, levels, fields, occupations, sectors, regions, licences, accommodations, concepts, wages } = tables
  const numOf = (letter: string): number => units.confidences.split(letter).length - 1
  const numFields = (prefix: string): number => fields.codes.filter(code => code.startsWith(prefix)).length

  return [
    {
      table: 'units',
      rows: units.codes.length,
      source: 'SKKNI decrees of the Ministry of Manpower, read from decree texts, an export of the ministry\'s own site, and the seed data and scheme pages of certification bodies and schools; two harvests',
      edition: `${units.decrees.length} decrees, ${units.decrees.map(decree => decree.slice(-4)).sort()[0]} to 2026`,
      licence: GOVERNMENT_TEXT,
      collected: COLLECTED,
      trust: `official ${numOf('o')} (read in the decree), multi ${numOf('m')} (two independent sources agree), single ${numOf('s')} (one source: check before official use); far from complete`,
    },
    {
      table: 'clusters',
      rows: clusters.codes.length,
      source: 'certification schemes from the seed data and pages of certification bodies (LSP), schools and training centres',
      edition: 'undated by most bodies; numbers that carry a year run from 2013 to 2024',
      licence: 'facts; no source carries a licence',
      collected: COLLECTED,
      trust: 'real schemes, each from one body; the online-retail schemes of the Ministry of Trade are a draft of 23 July 2025',
    },
    {
      table: 'relations',
      rows: unpackInts(relations.held).length,
      source: 'derived from units and clusters by the rules in docs/taxonomy.md',
      edition: 'rules of this package',
      licence: 'MIT',
      collected: COLLECTED,
      trust: 'as good as the titles and schemes they are made from; every relation names its reason',
    },
    {
      table: 'levels',
      rows: levels.codes.length,
      source: 'education levels and their KKNI equivalence',
      edition: 'Perpres 8/2012',
      licence: GOVERNMENT_TEXT,
      collected: COLLECTED,
      trust: 'typed by hand; other names of the levels are ours',
    },
    {
      table: 'fields (smk)',
      rows: numFields('smk:'),
      source: 'vocational spectrum: 10 areas, 50 programmes, 128 concentrations',
      edition: 'Kurikulum Merdeka',
      licence: GOVERNMENT_TEXT,
      collected: COLLECTED,
      trust: 'complete; the codes are ours, some concentrations were assigned to programmes by hand',
    },
    {
      table: 'fields (pt)',
      rows: numFields('pt:'),
      source: 'science tree of the Directorate General of Higher Education (rumpun ilmu)',
      edition: 'Dikti list, codes 100 to 817',
      licence: 'no licence named by the source',
      collected: COLLECTED,
      trust: 'codes and names as found; parents rebuilt from order and level since the parent column of the source is wrong',
    },
    {
      table: 'fields (ps)',
      rows: numFields('ps:'),
      source: 'study-programme names used by at least two of 5,092 institutions',
      edition: 'list of an open repository',
      licence: 'no licence named by the source',
      collected: COLLECTED,
      trust: 'names as institutions write them, spellings joined; places in the tree were set by hand',
    },
    {
      table: 'occupations',
      rows: occupations.codes.length,
      source: 'Klasifikasi Baku Jabatan Indonesia, BPS and Ministry of Manpower; ISCO-08 groups as in ESCO',
      edition: 'KBJI 2014',
      licence: 'BPS publication: codes and titles only, descriptions left out',
      collected: COLLECTED,
      trust: 'complete, no orphans; KBJI 2026 exists and is not included',
    },
    {
      table: 'sectors',
      rows: sectors.codes.length,
      source: 'Klasifikasi Baku Lapangan Usaha Indonesia, BPS',
      edition: 'KBLI 2020',
      licence: 'BPS publication: codes and titles only, descriptions left out',
      collected: COLLECTED,
      trust: 'complete, no orphans; KBLI 2025 exists and is not included',
    },
    {
      table: 'regions',
      rows: regions.names.length,
      source: 'codes and names of the Ministry of Home Affairs; centroids of the boundaries (cahyadsn/wilayah, cahyadsn/wilayah_boundaries)',
      edition: 'Kepmendagri 300.2.2-2138/2025',
      licence: 'MIT; names and codes are government text',
      collected: COLLECTED,
      trust: 'complete; codes agree with an independent copy; centroids are of areas, not of offices',
    },
    {
      table: 'licences',
      rows: licences.codes.length,
      source: 'licences and certificates that adverts ask for; coverage of driving licences from UU 22/2009 art. 84',
      edition: 'made for this package',
      licence: 'MIT',
      collected: COLLECTED,
      trust: 'a working list, not a register of all licences; the coverage was not compared with the printed text of the law; that higher grades of Gada and Brevet cover the lower ones is practice, not law',
    },
    {
      table: 'accommodations',
      rows: accommodations.codes.length,
      source: 'adjustments named in UU 8/2016 art. 47 and 48, and those of practice',
      edition: 'made for this package',
      licence: 'MIT',
      collected: COLLECTED,
      trust: 'the first ten are the law\'s, the rest practice',
    },
    {
      table: 'concepts',
      rows: concepts.codes.length,
      source: 'written by hand from what recurs in Indonesian job adverts of 2025, performance criteria of SKKNI, titles and task descriptions of KBJI; each counts the texts that name it and the public pages cited for it',
      edition: 'made for this package',
      licence: 'MIT',
      collected: COLLECTED,
      trust: 'checked by rules and read through by hand; relations to units are ours, not the ministry\'s',
    },
    {
      table: 'wages',
      rows: wages.regions.length,
      source: 'provincial minimum wages of BPS for 2015 to 2024; governors\' decisions for 2025 and 2026 as quoted by news pages, named row by row',
      edition: '2015 to 2026',
      licence: 'facts',
      collected: COLLECTED,
      trust: 'regencies only for Banten, Jawa Barat, Jakarta, Batam and Surabaya; read the decision before relying on a figure',
    },
  ]
}
