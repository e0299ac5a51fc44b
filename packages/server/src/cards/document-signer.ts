/**
 * What puts a certified electronic signature under a finished document: for civil servants the government's own certification (BSrE), reached
 * with the officer's own credentials. Off by default. Nothing here or on a card may claim a certified signature that is not there: the token in a
 * card's QR code proves where the card comes from, and no more.
 */
export interface DocumentSigner {
  readonly name: string
  sign: (pdf: Buffer) => Promise<Buffer>
}

/** Signs nothing: the officer signs the printed card by hand. */
export const NO_SIGNER: DocumentSigner = Object.freeze({ name: 'none', sign: async (pdf: Buffer) => pdf })
