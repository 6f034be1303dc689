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
      <p class="soft">
        Only this browser knows you now. With a password, the name is yours alone, and you can log in
        anywhere.
      </p>
      <Form form={form} act={['Keep this name', 'Keeping it…']}>
        <Field label="Name" state={form.field('name')} purpose="username" />
        <Field label="Password" state={form.field('password')} purpose="new-password" />
      </Form>
      <div class="account-list">
        <GamesLink />
        <button type="button" class="button" onClick={() => go({ at: 'logIn' })}>
          I have an account: log in
        </button>
        <DownloadData />
        <button type="button" class="button quiet" onClick={() => go({ at: 'delete' })}>
          Delete everything about me
        </button>
      </div>
    </>
  );
}
