/** What the addresses of screens are made of. */
export interface Prepared {
  home: string
  site: string
  document: string
  concept: string
  number: number
  import: string
  term: string
  candidate: string
}

export interface Screen {
  name: string
  route?: string
  address: (at: Prepared) => string
  isSignedOut?: boolean
}

export const screens: Screen[]

export function prepareScreens(
  call: (method: string, path: string, body?: unknown) => Promise<any>,
  upload: (path: string, name: string, text: string) => Promise<any>,
): Promise<Prepared>
