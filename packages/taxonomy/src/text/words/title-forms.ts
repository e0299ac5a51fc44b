import { INFORMAL_IN_ADVERTS } from './informal.ts'

/** Short forms of titles, Indonesian and English. Some mean another word in a message (`dev`, `eng`), or none at all, so they count in titles only; by hand. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map((
  'sr:senior snr:senior jr:junior jnr:junior mgr:manager mngr:manager mgmt:management asst:assistant ass:assistant asist:assistant spv:supervisor supv:supervisor dir:director exec:executive ' +
  'spec:specialist coord:coordinator koord:koordinator rep:representative eng:engineer engr:engineer dev:developer mech:mechanical elec:electrical elect:electrical ' +
  'maint:maintenance mtc:maintenance mtn:maintenance acct:accountant acctg:accounting akt:akuntansi fin:finance adm:administrasi opr:operator gdg:gudang mkt:marketing mktg:marketing ' +
  'purch:purchasing svc:service cust:customer sekr:sekretaris ka:kepala wk:wakil kacab:kepala_cabang kabag:kepala_bagian kasie:kepala_seksi kasi:kepala_seksi karu:kepala_regu danru:komandan_regu ' +
  'kepsek:kepala_sekolah sysadmin:system_administrator qs:quantity_surveyor'
).split(' ').map(pair => pair.replaceAll('_', ' ').split(':') as [string, string]))

/** A title in lower case with its short forms in full, without the full stop that cuts them short: `Sr. Sales Mgr` is `senior sales manager`. Letters that stand for several words (`HR`, `GA`) stay as they are. O(length). */
export function formalTitle (title: string): string {
  return title.toLowerCase().replace(/([a-z]+)\.?/g, (written, word: string) => SHORT_FORMS.get(word) ?? INFORMAL_IN_ADVERTS.get(word) ?? written)
}
