/** Characters that are not seen, or turn the direction of what follows. Joiners stay: some scripts and emoji need them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A nickname as it is kept. Empty when nothing of it can be seen. */
export function cleanName(nickname: string): string {
  const clean = nickname.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  return plainName(clean) === '' ? '' : clean;
}

/** Names that are alike in this form are the same name: case, width and spacing make no difference. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\u115f\u1160\u3164]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
