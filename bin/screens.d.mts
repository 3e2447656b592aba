/** What the addresses of screens are made of. */
export interface Prepared {
  home: string
  site: string
  document: string
  concept: string
  /** A concept to merge it with. */
  other: string
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

type Call = (method: string, path: string, body?: unknown) => Promise<any>

export function prepareScreens(
  call: Call,
  upload: (path: string, name: string, text: string) => Promise<any>,
  signIn: (link: string) => Promise<Call>,
): Promise<Prepared>
