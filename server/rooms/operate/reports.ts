import type { ChatPerson } from '../../../shared/protocol/chat-wire.ts';
import type { ReportDetails, ReportPage, ReportRow } from '../../../shared/protocol/operate-wire.ts';
import type { Standing } from '../../../shared/protocol/standings.ts';
import type { People } from '../chat/people.ts';
import type { ChatRecords, Report } from '../chat/records/records.ts';
import { namesOf } from './names-of.ts';

const PAGE = 20;

/** Reported messages to be worked through. They are kept as they were when they were reported. */
export class Reports {
  readonly #reports: ChatRecords['reports'];
  readonly #people: People;

  constructor({ reports }: Pick<ChatRecords, 'reports'>, people: People) {
    this.#reports = reports;
    this.#people = people;
  }

  /** The latest first. */
  async list(standing: Standing, after: { rank: number; id: string } | null): Promise<ReportPage> {
    const found = [...(await this.#reports.list(standing, { limit: PAGE + 1, ...(after && { after }) }))];
    const page = found.slice(0, PAGE);
    const name = await namesOf(
      this.#people,
      page.flatMap(([, report]) => [report.by, report.sortedBy, authorOf(report)]),
    );
    return {
      reports: page.map(([id, report]) => rowOf(id, report, name)),
      hasMore: found.length > PAGE,
    };
  }

  /** A report with what was said before; null when there is none. */
  async details(id: string): Promise<ReportDetails | null> {
    const report = await this.#reports.get(id);
    if (!report) return null;
    const { context } = report;
    const ids = [report.by, report.sortedBy, ...context.map(({ author }) => author)];
    const name = await namesOf(this.#people, ids);
    return {
      report: rowOf(id, report, name),
      context: context.map(({ seq, author, text, at }) => ({ seq, text, at, author: name(author) })),
    };
  }

  /** Puts a report into another list; false when there is none. */
  async sort(id: string, standing: Standing, by: string): Promise<boolean> {
    const report = await this.#reports.get(id);
    if (!report) return false;
    const sortedBy = standing === 'open' ? '' : by;
    await this.#reports.put(id, { ...report, standing, sortedBy }, { owner: standing, rank: report.at });
    return true;
  }
}

const authorOf = ({ context }: Report): string => context.at(-1)?.author ?? '';

const rowOf = (id: string, report: Report, name: (id: string) => ChatPerson): ReportRow => ({
  id,
  rank: report.at,
  conversation: report.conversation,
  by: name(report.by),
  author: name(authorOf(report)),
  reason: report.reason,
  text: report.context.at(-1)?.text ?? '',
  at: report.at,
  standing: report.standing,
  sortedBy: report.sortedBy === '' ? null : name(report.sortedBy),
});
