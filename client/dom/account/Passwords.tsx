import { me } from '../../store/me.ts';
import { Field, OwnPassword } from './Field.tsx';
import { Form } from './Form.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** The old password for a new one. */
export function ChangePassword() {
  const { api, home } = useSteps();
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
      <OwnPassword label="Your password now" state={form.field('old')} />
      <Field label="New password" state={form.field('password')} purpose="new-password" />
    </Form>
  );
}

/** Ten new codes for the password. */
export function NewCodes() {
  const { api, go } = useSteps();
  const form = useForm(
    {},
    ({ old }) => api.newCodes(old),
    (codes) => go({ at: 'codes', codes }),
  );
  return (
    <>
      <p class="soft">You get ten new codes. The old ones stop working.</p>
      <Form form={form} act={['Show new codes', 'One moment…']} hasBack>
        <OwnPassword state={form.field('old')} />
      </Form>
    </>
  );
}
