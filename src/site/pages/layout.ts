import { assets } from '../assets.js'
import { inLanguage, sitePath } from '../addresses.js'
import { type Html, html, json } from '../html.js'
import type { OpenedGlossary, Visit } from '../visit.js'
import { type SiteLanguage, vocabularies } from '../words.js'

/** A whole page but for what frames it. */
export interface PageContent {
  title: string
  /** For search engines and link previews. */
  description: string
  main: Html
  /** Absent on pages that stand outside any glossary. */
  glossary?: OpenedGlossary
  /** What stands in the search box. */
  searched?: string
  /** Statements for machines (schema.org). */
  structured?: object
  /** Seconds after which the page loads again by itself. */
  reloadsAfter?: number
  /** What is passing, or not for everybody, is not for search engines. */
  isListed?: boolean
}

export function page(content: PageContent, visit: Visit): Html {
  const { title, glossary, main } = content
  const { say, tag } = visit.speech
  return html`<!doctype html>
    <html lang="${tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}${glossary && title !== glossary.name && ` · ${glossary.name}`}</title>
        ${headHtml(content, visit)}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets.style.address}" />
        <script defer src="${assets.script.address}"></script>
      </head>
      <body>
        <a class="skip" href="#main">${say('skip')}</a>
        <header>
          ${glossary && html`<a class="name" href="${glossary.addresses.home}">${glossary.name}</a>`}
          ${!glossary && html`<a class="name" href="${inLanguage(sitePath, visit.chosen)}">${say('glossaries')}</a>`}
          ${glossary && searchForm(glossary, content.searched ?? '', visit)}
          <nav
            class="speech"
            aria-label="${Object.values(vocabularies)
              .map(({ ownName }) => ownName)
              .join(' / ')}"
          >
            ${(Object.keys(vocabularies) as SiteLanguage[]).map((language) => languageLink(language, visit))}
          </nav>
        </header>
        <p id="said" class="unseen" role="status"></p>
        <main id="main" tabindex="-1">${main}</main>
        <footer>
          ${glossary && releaseHtml(glossary, visit)}
          <p>${say('madeWith')}</p>
        </footer>
      </body>
    </html> `
}

function headHtml({ title, description, glossary, structured, ...content }: PageContent, visit: Visit): Html {
  const { origin, url, speech } = visit
  const own = origin + inLanguage(url, null)
  const isListed = content.isListed !== false && glossary?.isPublic !== false && !glossary?.isPinned
  return html`<meta name="description" content="${description}" />
    <link rel="canonical" href="${own}" />
    ${(Object.keys(vocabularies) as SiteLanguage[]).map(
      (language) => html`<link rel="alternate" hreflang="${language}" href="${origin + inLanguage(url, language)}" /> `,
    )}
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${own}" />
    <meta property="og:site_name" content="${glossary?.name ?? 'Termloom'}" />
    <meta property="og:locale" content="${speech.language === 'zh' ? 'zh_CN' : 'en_GB'}" />
    ${!isListed && html`<meta name="robots" content="noindex, follow" />`}
    ${content.reloadsAfter && html`<meta http-equiv="refresh" content="${content.reloadsAfter}" />`}
    ${
      structured &&
      html`<script type="application/ld+json">
        ${json(structured)}
      </script>`
    }`
}

function searchForm({ name, addresses }: OpenedGlossary, searched: string, { speech: { say }, chosen }: Visit): Html {
  return html`<form role="search" action="${addresses.search('').split('?')[0]}">
    <input
      type="search"
      name="q"
      value="${searched}"
      aria-label="${say('searchIn', { name })}"
      placeholder="${say('searchHint')}"
      autocomplete="off"
      spellcheck="false"
      maxlength="500"
    />
    ${chosen && html`<input type="hidden" name="ui" value="${chosen}" />`}
    <button>${say('search')}</button>
  </form>`
}

function languageLink(language: SiteLanguage, { speech, url }: Visit): Html {
  const { ownName } = vocabularies[language]
  if (language === speech.language) return html`<span aria-current="true">${ownName}</span>`
  return html`<a href="${inLanguage(url, language)}" hreflang="${language}" lang="${language}">${ownName}</a>`
}

function releaseHtml({ release, isPinned, addresses }: OpenedGlossary, { speech: { say, date } }: Visit): Html {
  const { number, publishedAt } = release
  if (isPinned)
    return html`<p>${say('pinned', { number })} <a href="${addresses.of('latest').home}">${say('toLatest')}</a></p>`
  return html`<p>
    ${say('release', { number })}, ${say('published', { date: date(publishedAt) })}.
    <a href="${addresses.of(number).home}">${say('permalink')}</a>
  </p>`
}
