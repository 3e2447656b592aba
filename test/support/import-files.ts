/** Small TBX files, made by a line per concept. */
export function conceptEntry(id: string, zh: string, en: string, definition = 'first'): string {
  const section = (language: string, term: string) =>
    `<langSec xml:lang="${language}"><termSec><term>${term}</term></termSec></langSec>`
  return `<conceptEntry id="${id}"><descrip type="definition">${definition}</descrip>${section('zh', zh)}${section('en', en)}</conceptEntry>`
}

export function tbxOf(...entries: string[]): string {
  return `<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></tbxHeader><text><body>${entries.join('\n')}</body></text></tbx>`
}

/** @param count of concepts of two terms each */
export function largeTbx(count: number): string {
  const entries = Array.from({ length: count }, (_, i) =>
    conceptEntry(`c${i}x`, `球阀${i}`, `ball valve ${i}`, `made to be number ${i}`),
  )
  return tbxOf(...entries)
}
