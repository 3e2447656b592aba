import { Injectable } from '@nestjs/common'

/** Something to do once, when the server starts on an empty database. It finds out itself whether it is needed, and tells its steps. */
export interface FirstStartTask {
  run(say: (step: string) => void): Promise<void>
}

/** Features add their tasks in `onModuleInit`; `serve` runs them after the migrations, in that order. */
@Injectable()
export class FirstStart {
  private readonly tasks: FirstStartTask[] = []

  add(task: FirstStartTask): void {
    this.tasks.push(task)
  }

  async run(say: (step: string) => void): Promise<void> {
    for (const task of this.tasks) await task.run(say)
  }
}
