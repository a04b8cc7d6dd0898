/** HTML output ends its lines with `<br>`. Takes it and trailing blanks off. */
export function withoutBreak(words: string): string {
  return words
    .trimEnd()
    .replace(/<br ?\/?>$/i, '')
    .trimEnd();
}

/**
 * Undoes HTML's escapes in a log that was copied as page source. Columns in what comes out are not
 * those of the line where an escape stood.
 */
export function unescapeHtml(text: string): string {
  return text.includes('&')
    ? text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#0?39;/g, "'")
        .replace(/&amp;/g, '&')
    : text;
}
