import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describeSettings, readConfig } from './config.js'

describe('the settings', () => {
  it('have defaults that let a newcomer start with none', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: null,
      dataFolder: './data',
      host: '127.0.0.1',
      port: 3000,
      sample: true,
    })
  })

  it('are read from the environment, an empty value counting as none', () => {
    expect(readConfig({ PORT: '8080', TERMLOOM_SAMPLE: 'no', HOST: ' ' })).toMatchObject({
      port: 8080,
      sample: false,
      host: '127.0.0.1',
    })
    expect(readConfig({ TERMLOOM_PUBLIC_URL: 'https://terms.example.org/' }).publicUrl).toBe(
      'https://terms.example.org',
    )
  })

  it.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, and it is "70000".'],
    [{ PORT: '3e3' }, 'PORT must be a whole number from 0 to 65535, and it is "3e3".'],
    [{ TERMLOOM_SAMPLE: 'ja' }, 'TERMLOOM_SAMPLE must be yes or no, and it is "ja".'],
    [{ TERMLOOM_PUBLIC_URL: 'terms.example.org' }, /must be an address such as https/],
  ])('%j is refused by name', (environment, message) => {
    expect(() => readConfig(environment as NodeJS.ProcessEnv)).toThrow(message)
  })

  it('do not repeat an address that may carry a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).toThrow(/^(?!.*hunter2).*postgres:\/\//)
  })

  it('can be told to people, each with its reason', () => {
    for (const { name, reason, fallback } of describeSettings()) {
      expect(name).toMatch(/^[A-Z_]+$/)
      expect(reason).toMatch(/\.$/)
      expect(fallback).not.toBe('')
    }
  })

  it('stand in the README as they are here', () => {
    const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8')
    for (const { name, fallback, reason } of describeSettings())
      expect(readme).toContain(`| \`${name}\` | ${fallback} | ${reason} |`)
  })

  it('stay as they were when a few are changed for a part of the program', () => {
    const config = readConfig({ PORT: '1' })
    expect(config.with({ databaseUrl: 'postgres://x' })).toMatchObject({ port: 1, databaseUrl: 'postgres://x' })
    expect(config.databaseUrl).toBeNull()
  })
})
