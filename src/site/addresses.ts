import type { ReleaseNumber } from '../releases/release-number.js'
import type { SiteLanguage } from './words.js'

/** Where the site stands on the server. */
export const sitePath = '/glossary'

/** A list of headwords: in which order, under which heading, which part of it. */
export interface ListPlace {
  language: string
  ordering: string
  heading: string
  page?: number
}

/** The addresses of a glossary's pages. Those of a numbered release stay what they are, those of `latest` follow the newest. */
export class Addresses {
  constructor(
    private readonly termbaseId: string,
    private readonly release: ReleaseNumber,
    /** The language that the visitor chose on the site; it goes along from page to page. */
    private readonly chosen: SiteLanguage | null,
  ) {}

  get home(): string {
    return this.at('')
  }

  search(text: string): string {
    return this.at('/search', { q: text })
  }

  list({ language, ordering, heading, page = 1 }: ListPlace): string {
    const place = [language, ordering, heading].map(encodeURIComponent).join('/')
    return this.at(`/browse/${place}`, page > 1 ? { page: String(page) } : {})
  }

  concept(number: number): string {
    return this.at(`/concept/${number}`)
  }

  /** The same pages of another release. */
  of(release: ReleaseNumber): Addresses {
    return new Addresses(this.termbaseId, release, this.chosen)
  }

  private at(place: string, query: Record<string, string> = {}): string {
    const asked = new URLSearchParams({ ...query, ...(this.chosen && { ui: this.chosen }) }).toString()
    return `${sitePath}/${this.termbaseId}/${this.release}${place}${asked && `?${asked}`}`
  }
}

/** The address with the language of the site chosen, and everything else as it was. */
export function inLanguage(url: string, language: SiteLanguage | null): string {
  const { pathname, searchParams } = new URL(url, 'http://site')
  searchParams.delete('ui')
  if (language) searchParams.set('ui', language)
  const asked = searchParams.toString()
  return `${pathname}${asked && `?${asked}`}`
}
