import { Controller, Get, Param, ParseIntPipe, Query, Req, Res, UseFilters } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { CurrentUser, Public } from '../auth/access.js'
import type { Actor } from '../auth/roles.js'
import { assets } from './assets.js'
import { Lost } from './lost.js'
import { conceptPage } from './pages/concept-page.js'
import { glossariesPage } from './pages/glossaries-page.js'
import { homePage } from './pages/home-page.js'
import { listPage } from './pages/list-page.js'
import { preparingPage } from './pages/preparing-page.js'
import { searchPage } from './pages/search-page.js'
import { SiteErrorFilter } from './site-error.filter.js'
import { SiteService } from './site.service.js'
import { SiteVisits } from './site-visits.js'

const year = 365 * 24 * 3600

/** The glossaries as pages to read: no sign-in for public ones, no script needed. */
@ApiExcludeController()
@Public()
@UseFilters(SiteErrorFilter)
@Controller('glossary')
export class SiteController {
  constructor(
    private readonly site: SiteService,
    private readonly visits: SiteVisits,
  ) {}

  @Get()
  async glossaries(@CurrentUser() actor: Actor | null, @Req() request: Request, @Res() response: Response) {
    const visit = this.visits.of(request)
    this.visits.send(response, glossariesPage(await this.site.glossaries(actor, visit.chosen), visit), visit)
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() response: Response) {
    const asset = Object.values(assets).find((one) => one.name === name)
    if (!asset) throw new Lost({ what: 'page' })
    response.setHeader('Cache-Control', `public, max-age=${year}, immutable`)
    response.type(asset.mediaType).send(asset.content)
  }

  @Get(':termbase')
  toLatest(@Param('termbase') termbase: string, @Req() request: Request, @Res() response: Response) {
    response.redirect(302, this.visits.latestOf(request, termbase))
  }

  @Get(':termbase/:release')
  async home(
    @CurrentUser() actor: Actor | null,
    @Param() { termbase, release }: Place,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const visit = this.visits.of(request)
    const glossary = await this.site.open(actor, termbase, release, visit.chosen)
    this.visits.send(response, homePage(glossary, await this.site.catalogue(glossary), visit), visit)
  }

  @Get(':termbase/:release/search')
  async search(
    @CurrentUser() actor: Actor | null,
    @Param() { termbase, release }: Place,
    @Query('q') asked: string | string[] | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const visit = this.visits.of(request)
    const glossary = await this.site.open(actor, termbase, release, visit.chosen)
    this.visits.send(
      response,
      searchPage(await this.site.search(actor, glossary, String(asked ?? '')), glossary, visit),
      visit,
    )
  }

  @Get(':termbase/:release/browse/:language/:ordering/:heading')
  async list(
    @CurrentUser() actor: Actor | null,
    @Param() {
      termbase,
      release,
      language,
      ordering,
      heading,
    }: Place & Record<'language' | 'ordering' | 'heading', string>,
    @Query('page', new ParseIntPipe({ optional: true })) page: number | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const visit = this.visits.of(request)
    const glossary = await this.site.open(actor, termbase, release, visit.chosen)
    const list = await this.site.list(glossary, { language, ordering, heading, page: Math.max(1, page ?? 1) })
    this.visits.send(response, list ? listPage(list, glossary, visit) : preparingPage(glossary, visit), visit)
  }

  @Get(':termbase/:release/concept/:number')
  async concept(
    @CurrentUser() actor: Actor | null,
    @Param() { termbase, release }: Place,
    @Param('number') number: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const visit = this.visits.of(request)
    const glossary = await this.site.open(actor, termbase, release, visit.chosen)
    if (!/^\d{1,15}$/.test(number)) throw new Lost({ what: 'page' }, glossary)
    this.visits.send(response, conceptPage(await this.site.concept(glossary, Number(number)), glossary, visit), visit)
  }

  @Get('{*path}')
  nowhere() {
    throw new Lost({ what: 'page' })
  }
}

interface Place {
  termbase: string
  release: string
}
