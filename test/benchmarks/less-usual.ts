import type { Vacancy } from '@padan/matcher'

/** What an advert may say and those of the country seldom do: the next one of a list of changes. */
export function lessUsual (vacancy: Vacancy, number: number): Vacancy {
  const changes: Partial<Vacancy>[] = [
    { occupation: undefined, experience: { months: 12 } },
    { region: undefined, point: undefined },
    { remote: true },
    { region: undefined, point: { lat: 89.9, lng: 179.9 } },
    { education: 'any', fields: 'any', wage: undefined, jobType: undefined },
    { provides: [], adultsOnly: true, licences: ['sim-a', 'sim-c'] },
    { units: Array.isArray(vacancy.units) ? vacancy.units.map(unit => ({ ...unit, must: true })) : 'any', education: { min: 'SMA', must: true } },
    { units: Array.isArray(vacancy.units) ? vacancy.units.map((unit, row) => ({ ...unit, certificate: row === 0 })) : 'any', sector: undefined },
    { seats: undefined, opens: undefined, closes: '2026-11-20', units: undefined },
  ]
  return { ...vacancy, ...changes[number % changes.length], id: `unusual-${vacancy.id}` }
}
