import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { desk } from '../../test/support/desk.js'
import { startApp, type StartedApp } from '../../test/support/start-app.js'
import { ConceptListService } from '../glossary/concept-list.service.js'
import { ConceptsService } from '../glossary/concepts.service.js'
import { CommentsService } from './comments.service.js'

let server: StartedApp
let comments: CommentsService
beforeAll(async () => {
  server = await startApp({ jobs: false })
  comments = server.app.get(CommentsService)
})
afterAll(() => server.stop())

async function conceptToTalkAbout() {
  const { termbaseId, editor } = await desk(server)
  const reader = await server.actor('reader')
  const languages = [{ language: 'zh', terms: [{ text: '球阀' }] }]
  const { id } = await server.app.get(ConceptsService).create(editor, termbaseId, { languages })
  const say = (text: string, answers?: string) =>
    comments.say(editor, termbaseId, id, { text, ...(answers && { answers }) })
  return { termbaseId, editor, reader, id, say }
}

describe('comments on a concept', () => {
  test('call people by name, who see it until they have read it', async () => {
    const { termbaseId, reader, id, say } = await conceptToTalkAbout()
    const before = (await comments.mentionsOf(reader.id)).unread
    const comment = await say('请 @some reader 看一下, and @Some editor too')
    expect(comment.mentions).toEqual([{ id: reader.id, name: reader.name }])
    const { items, unread } = await comments.mentionsOf(reader.id)
    expect(unread).toBe(before + 1)
    expect(items[0]).toMatchObject({
      comment: { id: comment.id, author: { name: 'Some editor' } },
      termbase: { id: termbaseId },
      concept: { id, terms: ['球阀'] },
      readAt: null,
    })
    expect(await comments.markRead(reader.id, [comment.id])).toEqual({ unread: before })
  })

  test('are answered, resolved and reopened as a thread; the list of concepts finds the open ones', async () => {
    const { termbaseId, editor, id, say } = await conceptToTalkAbout()
    const open = async () =>
      (await server.app.get(ConceptListService).search(termbaseId, { openComments: true, limit: 5 })).items.length
    const first = await say('Is this right?')
    const answer = await say('It is.', first.id)
    expect(await open()).toBe(1)
    expect(await comments.resolve(editor, termbaseId, first.id, true)).toMatchObject({ resolvedBy: { id: editor.id } })
    expect(await open()).toBe(0)
    expect(await comments.resolve(editor, termbaseId, first.id, false)).toMatchObject({ resolvedAt: null })
    expect((await comments.of(termbaseId, id)).map(({ text, answers }) => [text, answers])).toEqual([
      ['Is this right?', null],
      ['It is.', first.id],
    ])
    await expect(comments.resolve(editor, termbaseId, answer.id, true)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(say('deeper', answer.id)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('are changed and deleted by their author only, and not from under an answer', async () => {
    const { termbaseId, editor, reader, id, say } = await conceptToTalkAbout()
    const { id: mine } = await say('first words')
    expect(await comments.change(editor, termbaseId, mine, 'better words')).toMatchObject({
      text: 'better words',
      editedAt: expect.any(Date),
    })
    await expect(comments.change(reader, termbaseId, mine, 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(comments.remove(reader, termbaseId, mine)).rejects.toMatchObject({ code: 'not-allowed' })
    await comments.say(reader, termbaseId, id, { text: 'an answer', answers: mine })
    await expect(comments.remove(editor, termbaseId, mine)).rejects.toMatchObject({ code: 'conflict' })
    const { id: lonely } = await say('never mind')
    await comments.remove(editor, termbaseId, lonely)
    expect(await comments.of(termbaseId, id)).toHaveLength(2)
  })

  test.each([['   '], ['x'.repeat(10_001)], ['nul \u0000']])('of no words are refused', async (text) => {
    const { say } = await conceptToTalkAbout()
    await expect(say(text)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: { text: expect.anything() } },
    })
  })
})
