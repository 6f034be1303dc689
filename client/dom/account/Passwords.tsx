import { me } from '../../store/me.ts';
import { Field, WhoseField } from './Field.tsx';
import { Form } from './Form.tsx';
import { PASSWORD_HINT } from './KeepName.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** The old password for a new one. */
export function ChangePassword() {
  const { api, person, home } = useSteps();
  const form = useForm(
    {},
    ({ old, password }) => api.changePassword(old, password),
    (player) => {
      me.value = player;
      home('Your password is changed. Other browsers have to log in again.');
    },
  );
  return (
    <Form form={form} act={['Change it', 'Changing it…']} hasBack>
      <WhoseField name={person.name} />
      <Field
        label="Your password now"
        state={form.field('old')}
        autoComplete="current-password"
        maxLength={1_000}
      />
      <Field
        label="New password"
        state={form.field('password')}
        autoComplete="new-password"
        maxLength={256}
        hint={PASSWORD_HINT}
      />
    </Form>
  );
}

/** Ten new codes for the password. */
export function NewCodes() {
  const { api, person, go } = useSteps();
  const form = useForm(
    {},
    ({ old }) => api.newCodes(old),
    (codes) => go({ at: 'codes', codes }),
  );
  return (
    <>
      <p class="soft">You get ten new codes. The old ones stop working.</p>
      <Form form={form} act={['Show new codes', 'One moment…']} hasBack>
        <WhoseField name={person.name} />
        <Field
          label="Your password"
          state={form.field('old')}
          autoComplete="current-password"
          maxLength={1_000}
        />
      </Form>
    </>
  );
}
