import { OwnPassword } from './Field.tsx';
import { Form } from './Form.tsx';
import { useSteps } from './steps.ts';
import { useForm } from './useForm.ts';

/** The question before a person is forgotten; an account asks for its password. */
export function DeleteAccount() {
  const { api, person, startAgain } = useSteps();
  const form = useForm({}, ({ old }) => api.remove(person.hasAccount ? old : null), startAgain);
  return (
    <>
      <p class="soft">
        Your name becomes free, your messages go, and stored games forget who you were. There is no way back.
      </p>
      <Form form={form} act={['Delete for good', 'Deleting…']} hasBack>
        {person.hasAccount && <OwnPassword state={form.field('old')} />}
      </Form>
    </>
  );
}
