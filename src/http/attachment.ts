/** The header of a download by RFC 6266: a plain name for old clients, the real one (RFC 8187) for the others. */
export function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(fileName)}`
}

/** encodeURIComponent leaves '()* as they are, which RFC 8187 does not allow, and throws on half characters. */
function encoded(text: string): string {
  const whole = text.replaceAll(/\p{Cs}/gu, '\uFFFD')
  return encodeURIComponent(whole).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
