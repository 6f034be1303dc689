import { DATA_PATH } from '../../net/account.ts';

/** Everything that is stored about this person, as a file. */
export function DataLink() {
  return (
    <a class="button quiet" href={DATA_PATH} download="color-clues.json">
      Download my data
    </a>
  );
}
