import { type DynamicModule, Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Config } from '../config.js'
import { Database } from './database.js'

/** The one connection pool. Features name their entities with TypeOrmModule.forFeature, and ask for `Database`. */
@Global()
@Module({ providers: [Database], exports: [Database] })
export class DatabaseModule {
  static on(config: Config): DynamicModule {
    if (config.databaseUrl === null) throw new Error('Open the database first, and give its address in the config.')
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: config.databaseUrl,
          applicationName: 'termloom',
          autoLoadEntities: true,
          poolSize: config.databaseConnections,
          retryAttempts: 0,
          synchronize: false,
          migrationsRun: false,
        }),
      ],
    }
  }
}
