import { account } from '../../i18n/account/index.ts';
import { Field } from './Field.tsx';
import { Form } from './Form.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** What whoever has a name here, and no account, does not get back. */
function LeftBehind() {
  const { person } = useSteps();
  if (!person.isNamed || person.hasAccount) return null;
  return <p class="soft">{account.leftBehind(person.name)}</p>;
}

/** Name and password, from any browser. */
export function LogIn() {
  const { api, go, startAgain } = useSteps();
  const form = useForm({}, ({ name, password }) => api.logIn(name.trim(), password), startAgain);
  return (
    <>
      <LeftBehind />
      <Form form={form} act={[account.logIn, account.loggingIn]} hasBack>
        <Field label={account.name} state={form.field('name')} purpose="username" />
        <Field label={account.password} state={form.field('password')} purpose="current-password" />
      </Form>
      <div class="account-list">
        <button type="button" class="button quiet" onClick={() => go({ at: 'recover' })}>
          {account.forgotPassword}
        </button>
      </div>
    </>
  );
}

/** A recovery code instead of the password, which is set anew. */
export function Recover() {
  const { api, startAgain } = useSteps();
  const form = useForm(
    {},
    ({ name, code, password }) => api.recover(name.trim(), code, password),
    startAgain,
  );
  return (
    <>
      <p class="soft">{account.recoverText}</p>
      <LeftBehind />
      <Form form={form} act={[account.logIn, account.loggingIn]} hasBack>
        <Field label={account.name} state={form.field('name')} purpose="username" />
        <Field label={account.recoveryCode} state={form.field('code')} purpose="one-time-code" />
        <Field label={account.newPassword} state={form.field('password')} purpose="new-password" />
      </Form>
    </>
  );
}
