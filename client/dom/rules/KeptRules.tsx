import '../styles/rules.css';
import Check from 'lucide/dist/esm/icons/check.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { useId, useState } from 'preact/hooks';
import type { Options, OptionsForm } from '../../games/game.ts';
import { rules } from '../../i18n/rules/index.ts';
import { dropRules, keepRules, keptRules, MAX_KEPT, type NotKept } from '../../store/kept-rules.ts';
import { MAX_NAME, rulesName, rulesPath } from '../../store/rules-link.ts';
import { useCopyLink } from '../table/CodeChip.tsx';
import { LinkField } from '../table/LinkField.tsx';
import { linkTo } from '../ui/copy.ts';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';

interface Props {
  /** The game's name. */
  readonly game: string;
  readonly form: OptionsForm;
  readonly options: Options;
  readonly onPick: (options: Options) => void;
}

const shelf = () => localStorage;
const why = (fault: NotKept | null): string =>
  fault === null ? '' : fault === 'full' ? rules.full(MAX_KEPT) : rules.forbidden;

/** Rules that the host keeps in this browser, and links to these and to those. */
export function KeptRules({ game, form, options, onPick }: Props) {
  const [kept, setKept] = useState(() => keptRules(shelf, game, form));
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState('');
  const [said, setSaid] = useState('');
  const titleId = useId();
  const linkOf = (chosen: Options, called: string) =>
    linkTo({ page: 'other', path: rulesPath(game, form, chosen, called) });

  const after = (fault: NotKept | null, done: string) => {
    setRefusal(why(fault));
    setSaid(fault ? '' : done);
    if (!fault) setKept(keptRules(shelf, game, form));
  };
  const keep = () => {
    const called = rulesName(name);
    setSaid('');
    if (called === '') return setRefusal(rules.nameless);
    after(keepRules(shelf, game, form, { name: called, options }), rules.kept(called));
  };
  return (
    <section class="kept" aria-labelledby={titleId}>
      <h3 id={titleId}>{rules.yours}</h3>
      {kept.length > 0 && (
        <ul>
          {kept.map((each) => (
            <li key={each.name} class="row">
              <button type="button" class="button grow" onClick={() => onPick(each.options)}>
                <bdi class="clip" translate={false}>
                  {each.name}
                </bdi>
              </button>
              <CopyButton link={linkOf(each.options, each.name)} label={rules.copyLinkOf(each.name)} isIcon />
              <button
                type="button"
                class="button icon"
                aria-label={rules.forget(each.name)}
                onClick={() => after(dropRules(shelf, game, form, each.name), '')}
              >
                <Icon node={Trash} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="kept-new"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <input
          class="field"
          aria-label={rules.name}
          placeholder={rules.name}
          maxLength={2 * MAX_NAME}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit" class="button">
          {rules.keep}
        </button>
      </form>
      <Refused>{refusal}</Refused>
      <p class="small soft" role="status">
        {said}
      </p>
      <CopyButton link={linkOf(options, name)} label={rules.copyLink} />
    </section>
  );
}

/** Copies a link; where that is impossible, it can be copied by hand. */
function CopyButton({ link, label, isIcon = false }: { link: string; label: string; isIcon?: boolean }) {
  const { state, copy } = useCopyLink(link);
  const isCopied = state === 'copied';
  return (
    <>
      <button
        type="button"
        class={isIcon ? 'button icon' : 'button'}
        aria-label={isIcon ? (isCopied ? rules.linkCopied : label) : undefined}
        onClick={copy}
      >
        <Icon node={isCopied ? Check : Link} />
        {!isIcon && (isCopied ? rules.linkCopied : label)}
      </button>
      {state === 'shown' && <LinkField link={link} />}
    </>
  );
}
