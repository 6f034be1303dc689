import { account } from '../../i18n/account/index.ts';
import { common } from '../../i18n/common/index.ts';
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
      home(account.passwordChanged);
    },
  );
  return (
    <Form form={form} act={[account.changeIt, account.changingIt]} hasBack>
      <OwnPassword label={account.yourPasswordNow} state={form.field('old')} />
      <Field label={account.newPassword} state={form.field('password')} purpose="new-password" />
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
      <p class="soft">{account.newCodesText}</p>
      <Form form={form} act={[account.showNewCodes, common.oneMoment]} hasBack>
        <OwnPassword state={form.field('old')} />
      </Form>
    </>
  );
}
