import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import type { RequestWithActor } from '../auth/access.js'
import { Config } from '../config.js'
import { Addresses } from './addresses.js'
import { page, type PageContent } from './pages/layout.js'
import type { Visit } from './visit.js'
import { chosenLanguage, type SiteLanguage, speech, vocabularies } from './words.js'

/** A numbered release says the same for ever; a day lets mistakes of the site itself be mended. */
const pinnedSeconds = 86_400

/** Between a request and what pages are made for, and between a page and its answer. */
@Injectable()
export class SiteVisits {
  constructor(private readonly config: Config) {}

  of(request: RequestWithActor): Visit {
    const chosen = chosenIn(request)
    return {
      chosen,
      speech: speech(chosenLanguage(chosen ?? undefined, request.headers['accept-language'])),
      origin: this.config.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`,
      url: request.originalUrl,
      isMember: Boolean(request.actor),
    }
  }

  latestOf(request: Request, termbase: string): string {
    return new Addresses(encodeURIComponent(termbase), 'latest', chosenIn(request)).home
  }

  send(response: Response, content: PageContent, visit: Visit, status = 200): void {
    const { glossary } = content
    const mayBeKept = status === 200 && glossary?.isPinned && !content.reloadsAfter
    const forWhom = glossary?.isPublic && !visit.isMember ? 'public' : 'private'
    response.setHeader('Cache-Control', mayBeKept ? `${forWhom}, max-age=${pinnedSeconds}` : `${forWhom}, no-cache`)
    response.setHeader('Content-Language', visit.speech.tag)
    response.vary('Accept-Language')
    response.vary('Cookie')
    response.status(status).type('html').send(page(content, visit).text)
  }
}

function chosenIn({ query }: Request): SiteLanguage | null {
  const asked = query['ui']
  return typeof asked === 'string' && Object.hasOwn(vocabularies, asked) ? (asked as SiteLanguage) : null
}
