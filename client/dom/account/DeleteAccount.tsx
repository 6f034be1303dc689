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
      <p class="soft">
        Your name becomes free, your messages go, and stored games forget who you were. There is no way back.
      </p>
      <Form form={form} act={['Delete for good', 'Deleting…']} hasBack>
        {person.hasAccount ? (
          <OwnPassword state={form.field('old')} />
        ) : (
          <Field label={`Type ${person.name} to confirm`} state={form.field('name')} purpose="off" />
        )}
      </Form>
    </>
  );
}
