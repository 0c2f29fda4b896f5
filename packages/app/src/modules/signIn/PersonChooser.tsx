import { Content, Header, Page } from '@backstage/core-components';
import { Avatar, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { DemoPerson, people } from './people';
import styles from './PersonChooser.module.css';

/** The people to be, one button each. */
export function PersonChooser(props: { onChoose: (userRef: string) => void }) {
  return (
    <Page themeId="home">
      <Header
        title="Who do you want to be?"
        subtitle="A demo: the organisation, its people and its data are made up"
      />
      <Content>
        <Text as="p" variant="body-large" className={styles.intro}>
          What you see and may do depends on who you are. There is no password.
          To be somebody else later, sign out in Settings.
        </Text>
        <ul className={styles.list}>
          {people.map(person => (
            <li key={person.userRef}>
              <PersonCard
                person={person}
                onPress={() => props.onChoose(person.userRef)}
              />
            </li>
          ))}
        </ul>
      </Content>
    </Page>
  );
}

function PersonCard(props: { person: DemoPerson; onPress: () => void }) {
  const { name, role, comesFor } = props.person;
  return (
    <Card
      className={styles.card}
      label={`Be ${name}, ${role}. ${comesFor}`}
      onPress={props.onPress}
    >
      <CardHeader className={styles.person}>
        <Avatar src="" name={name} size="large" purpose="decoration" />
        <div>
          <Text as="h2" variant="title-x-small">
            {name}
          </Text>
          <Text as="p" weight="bold">
            {role}
          </Text>
        </div>
      </CardHeader>
      <CardBody>
        <Text as="p">{comesFor}</Text>
      </CardBody>
    </Card>
  );
}
