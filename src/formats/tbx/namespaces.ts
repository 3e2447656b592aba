export const coreNamespace = 'urn:iso:std:iso:30042:ed-2'

/** Of the modules in DCT style. */
export const moduleNamespaces: Record<string, string> = {
  min: 'http://www.tbxinfo.net/ns/min',
  basic: 'http://www.tbxinfo.net/ns/basic',
  linguist: 'http://www.tbxinfo.net/ns/linguist',
}

/** Namespaces that elements of the core are met in: its own, none (TBX 2008), and spellings that files got wrong. */
export const tbxNamespaces = {
  has: (uri: string): boolean => uri === coreNamespace || uri === '' || uri.startsWith('urn:iso:std:iso:30042'),
}
