import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { List, Search } from './parts.tsx';

/** Rows of a page. */
const PAGE = 20;

/** What is looked for in a long list, and how many rows further on. */
export interface Query {
  readonly search: string;
  readonly skip: number;
}

/** A query, and how to ask another one. */
export function useQuery(): readonly [Query, (query: Query) => void] {
  return useState<Query>({ search: '', skip: 0 });
}

interface Props {
  /** What can be looked for. */
  readonly label: string;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
  readonly refusal: string;
  /** Null while nobody knows. */
  readonly isEmpty: boolean | null;
  readonly empty: string;
  readonly hasMore: boolean;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A page of a list that is too long to be shown whole, and what it is searched with. */
export function SearchedList({ label, query, onQuery, refusal, isEmpty, empty, hasMore, children }: Props) {
  const { search, skip } = query;
  const show = (from: number) => onQuery({ search, skip: Math.max(0, from) });
  return (
    <>
      <Search label={label} value={search} onChange={(words) => onQuery({ search: words, skip: 0 })} />
      <List refusal={refusal} isEmpty={isEmpty} empty={empty}>
        {children}
      </List>
      {(skip > 0 || hasMore) && (
        <div class="row operate-pages">
          <button type="button" class="button" disabled={skip === 0} onClick={() => show(skip - PAGE)}>
            Back
          </button>
          <button type="button" class="button" disabled={!hasMore} onClick={() => show(skip + PAGE)}>
            More
          </button>
        </div>
      )}
    </>
  );
}
