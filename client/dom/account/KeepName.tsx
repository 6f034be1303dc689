import { account } from '../../i18n/account/index.ts';
import { me } from '../../store/me.ts';
import { DownloadData } from './DownloadData.tsx';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { GamesLink } from './GamesLink.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** A guest makes a name theirs, or says that they have one. */
export function KeepName() {
  const { api, person, go } = useSteps();
  const form = useForm(
    { name: person.name },
    ({ name, password }) => api.claim(name.trim(), password),
    ({ player, codes }) => {
      me.value = player;
      go({ at: 'codes', codes });
    },
  );
  return (
    <>
      <p class="soft">{account.onlyThisBrowser}</p>
      <Form form={form} act={[account.keepName, account.keeping]}>
        <Field label={account.name} state={form.field('name')} purpose="username" />
        <Field label={account.password} state={form.field('password')} purpose="new-password" />
      </Form>
      <div class="account-list">
        <GamesLink />
        <button type="button" class="button" onClick={() => go({ at: 'logIn' })}>
          {account.haveAccount}
        </button>
        <DownloadData />
        <button type="button" class="button quiet" onClick={() => go({ at: 'delete' })}>
          {account.deleteMe}
        </button>
      </div>
    </>
  );
}
