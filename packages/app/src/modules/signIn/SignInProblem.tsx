import { Content, Header, Page } from '@backstage/core-components';
import { isError } from '@backstage/errors';
import { Button, Flex, Text } from '@backstage/ui';

/** Why the sign-in failed, and the two ways on. */
export function SignInProblem(props: {
  error?: Error;
  onRetry: () => void;
  onChooseAnother: () => void;
}) {
  return (
    <Page themeId="home">
      <Header title="That did not work" />
      <Content>
        <Text as="p" variant="body-large" role="alert">
          {explain(props.error)}
        </Text>
        <Flex mt="4">
          <Button onPress={props.onRetry}>Try again</Button>
          <Button variant="secondary" onPress={props.onChooseAnother}>
            Choose somebody else
          </Button>
        </Flex>
      </Content>
    </Page>
  );
}

function explain(error: Error | undefined): string {
  // A response carries what the server said as its cause
  const said = isError(error?.cause) ? error.cause.message : error?.message;
  if (said?.startsWith('Unknown auth provider')) {
    return 'Here nobody can choose whom to be: the demo sign-in works in development only, with NODE_ENV=development.';
  }
  if (error?.name === 'TypeError') {
    return 'The backend does not answer. It may still be starting.';
  }
  return said ?? 'The backend gave no reason.';
}
