import { useState } from 'preact/hooks';
import type { ReportDetails, ReportPage } from '../../../shared/protocol/operate-wire.ts';
import { STANDINGS, type Standing } from '../../../shared/protocol/standings.ts';
import { momentWords, nameWords } from '../../store/operate/words.ts';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useLook, useOperate } from './context.ts';
import { Moderate } from './Moderate.tsx';
import { Act, List, PersonLink } from './parts.tsx';
import { placeHref } from './places.ts';

const NAMES: Readonly<Record<Standing, string>> = { open: 'Open', taken: 'Taken', done: 'Done' };

/** Reported messages, to be worked through. */
export function Reports({ open }: { open: string }) {
  const [standing, setStanding] = useState<Standing>('open');
  const { value, refusal } = useLook<ReportPage>('reports', { standing, after: null }, 'reports');
  return (
    <div class="operate-two">
      <section class="panel" aria-labelledby="reports-title">
        <h2 id="reports-title">Reports</h2>
        <Segments
          label="Which"
          choices={STANDINGS.map((each) => ({ value: each, label: NAMES[each], help: '' }))}
          value={standing}
          onChange={setStanding}
        />
        <List refusal={refusal} isEmpty={value && value.reports.length === 0} empty="None.">
          {value?.reports.map(({ id, text, reason, author, at, sortedBy }) => (
            <li key={id}>
              <a
                class="operate-row"
                href={placeHref('reports', id)}
                aria-current={id === open ? 'true' : undefined}
              >
                <strong class="clip">{text}</strong>
                <span class="small soft">
                  {nameWords(author)} · {momentWords(at)} · {reason}
                  {sortedBy && ` · ${nameWords(sortedBy)}`}
                </span>
              </a>
            </li>
          ))}
        </List>
        {value?.hasMore && <p class="small soft">There are more. They come up when these are done.</p>}
      </section>
      {open !== '' && <ReportPanel key={open} report={open} />}
    </div>
  );
}

function ReportPanel({ report: id }: { report: string }) {
  const { wish } = useOperate();
  const { value, refusal } = useLook<ReportDetails>('report', { report: id }, 'reports');
  if (!value) return <Refused>{refusal}</Refused>;
  const { report, context } = value;
  const sort = (standing: Standing, label: string) => (
    <Act
      label={label}
      about="this report"
      onClick={() => wish({ action: { type: 'sortReport', report: id, standing } })}
    />
  );
  return (
    <section class="panel" aria-labelledby="report-title">
      <h2 id="report-title" class="clip">
        {report.conversation}
      </h2>
      <p>
        <PersonLink person={report.by} /> reported <PersonLink person={report.author} />: “{report.reason}”
      </p>
      <ol class="operate-talk" aria-label="What was said">
        {context.map(({ seq, author, text, at }, index) => (
          <li key={seq} data-reported={index === context.length - 1}>
            <span class="small soft">
              {nameWords(author)} · {momentWords(at)}
              {index === context.length - 1 && ' · reported'}
            </span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <div class="row operate-acts">
        {report.standing === 'open' && sort('taken', 'Take it…')}
        {report.standing !== 'done' && sort('done', 'Done…')}
        {report.standing !== 'open' && sort('open', 'Put back…')}
      </div>
      <h3>{nameWords(report.author)}</h3>
      <div class="row operate-acts">
        <Moderate
          conversation={report.conversation}
          person={report.author}
          acts={['mute', 'kick', 'ban', 'unban']}
        />
      </div>
    </section>
  );
}
