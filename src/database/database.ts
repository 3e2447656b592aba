import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

/** What runs inside a transaction gets `Db` as its argument and sees no other way to the database. */
export type Db = EntityManager

@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** One transaction per command: everything the task wrote, or nothing. */
  inTransaction<T>(task: (db: Db) => Promise<T>): Promise<T> {
    return this.source.transaction(task)
  }

  /** Several reads that must agree with each other, without the right to write. */
  inSnapshot<T>(task: (db: Db) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (db) => {
      await db.query('SET TRANSACTION READ ONLY')
      return task(db)
    })
  }

  /** Single statements outside a transaction. */
  get db(): Db {
    return this.source.manager
  }
}
