declare const table: unknown
export default table
