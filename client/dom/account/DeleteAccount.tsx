import { account } from '../../i18n/account/index.ts';
import { Field, OwnPassword } from './Field.tsx';
import { Form } from './Form.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** The question before a person is forgotten: an account asks for its password, a guest types their name. */
export function DeleteAccount() {
  const { api, person, go } = useSteps();
  const form = useForm(
    {},
    ({ old, name }) => api.remove(person.hasAccount ? { password: old } : { password: null, name }),
    ({ ticket }) => go({ at: 'erasing', ticket }),
  );
  return (
    <>
      <p class="soft">{account.deleteText}</p>
      <Form form={form} act={[account.deleteForGood, account.deleting]} hasBack>
        {person.hasAccount ? (
          <OwnPassword state={form.field('old')} />
        ) : (
          <Field label={account.typeToConfirm(person.name)} state={form.field('name')} purpose="off" />
        )}
      </Form>
    </>
  );
}
