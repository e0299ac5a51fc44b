import neostandard from 'neostandard'

export default neostandard({
  ts: true,
  ignores: ['**/dist/**', '**/compile-dist/**', '**/.tap/**', 'packages/taxonomy/data/**'],
})
