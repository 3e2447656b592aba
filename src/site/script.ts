/**
 * Searching while one types: asks for the page of results and puts its content in the place of this one. Everything works
 * without it; it runs in the browser as it stands, so it is short and plain.
 */
export const script = `
const form = document.querySelector('form[role=search]')
const main = document.getElementById('main')
const input = form?.elements.q
const before = { content: main.innerHTML, address: location.href, title: document.title }
let waiting
let asking
let composing = false

const show = (content, address, title) => {
  main.innerHTML = content
  document.title = title
  document.getElementById('said').textContent = main.querySelector('h1').textContent
  history.replaceState(null, '', address)
}

const search = async () => {
  asking?.abort()
  const text = input.value.trim()
  if (text === '') {
    if (!input.defaultValue) show(before.content, before.address, before.title)
    return
  }
  asking = new AbortController()
  const address = form.action + '?' + new URLSearchParams(new FormData(form))
  try {
    const answer = await fetch(address, { signal: asking.signal })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    show(page.getElementById('main').innerHTML, address, page.title)
  } catch (problem) {
    if (problem.name !== 'AbortError') form.submit()
  }
}

const soon = () => {
  clearTimeout(waiting)
  if (!composing) waiting = setTimeout(search, 150)
}

input?.addEventListener('compositionstart', () => (composing = true))
input?.addEventListener('compositionend', () => {
  composing = false
  soon()
})
input?.addEventListener('input', soon)
addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select')
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !input) return
  event.preventDefault()
  input.focus()
  input.select()
})
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) print()
})
`
