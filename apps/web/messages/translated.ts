/** A table of sentences in another language: the same keys, every one of them. */
export type Translated<English> = { readonly [Key in keyof English]: string };
