import { composeDigest } from './composeDigest';
import { Notice, Topic } from './Notice';

function noticeOf(n: number, topic: Topic = 'level-dropped', subject = n) {
  const notice: Notice = {
    topic,
    keys: [`k${n}`],
    subject: `dataproduct:default/p${subject}`,
    headline: name => `${name} fell`,
    text: name => `${name} fell down.`,
  };
  return { notice, name: `Product ${n}` };
}

describe('composeDigest', () => {
  it('tells of one thing in the title, with its page', () => {
    expect(composeDigest([noticeOf(1)], 'scope')).toEqual({
      title: 'Product 1 fell',
      description: 'Product 1 fell down.',
      link: '/catalog/default/dataproduct/p1',
      severity: 'normal',
      topic: 'level-dropped',
      scope: 'scope',
    });
  });

  it('puts several together', () => {
    const digest = composeDigest(
      [noticeOf(1, 'sort-out-now'), noticeOf(2, 'sort-out-now')],
      's',
    );
    expect(digest).toMatchObject({
      title: '2 points to sort out now on what you own',
      description: 'Product 1 fell down.\nProduct 2 fell down.',
      link: '/data-mesh',
      severity: 'high',
    });
  });

  it('links to the one entity that all are about', () => {
    const digest = composeDigest(
      [noticeOf(1), noticeOf(2, 'level-dropped', 1)],
      's',
    );
    expect(digest.link).toBe('/catalog/default/dataproduct/p1');
  });

  it('stays readable, however much there is', () => {
    const many = Array.from({ length: 300 }, (_, n) => noticeOf(n));
    const { title, description } = composeDigest(many, 's');
    expect(title).toBe('300 levels fell on what you own');
    expect(description?.split('\n')).toHaveLength(11);
    expect(description).toMatch(/And 290 more\.$/);

    const long = { ...noticeOf(1), name: 'x'.repeat(5000) };
    expect(composeDigest([long], 's').title.length).toBeLessThan(100);
  });
});
