/** Letters without their accents, quotes without their bends: `Empfänger`, `échec`, `l’adresse`. */
export function fold(text: string): string {
  return text
    .replace(/[\u2018\u2019\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l');
}
