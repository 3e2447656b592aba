import { Injectable, type PipeTransform } from '@nestjs/common'
import { type ReleaseNumber, releaseNumber } from './release-number.js'

@Injectable()
export class ReleaseNumberPipe implements PipeTransform<string, ReleaseNumber> {
  transform(text: string): ReleaseNumber {
    return releaseNumber(text)
  }
}
