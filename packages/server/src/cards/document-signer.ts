/** The officer's own credentials at the certifier: they come with a request, are sent on, and are kept nowhere. */
export interface SignerCredentials {
  nik: string
  passphrase: string
}

/**
 * What puts a certified electronic signature under a finished document: for civil servants the government's own certification (BSrE). There is none by
 * default. Nothing here or on a card may claim a certified signature that is not there: the token in a card's QR code proves where the card comes from,
 * and no more.
 */
export interface DocumentSigner {
  readonly name: string
  /** The document with its signature. Throws Problem `signature-refused` or `signer-away`. */
  sign: (pdf: Buffer, credentials: SignerCredentials) => Promise<Buffer>
}
