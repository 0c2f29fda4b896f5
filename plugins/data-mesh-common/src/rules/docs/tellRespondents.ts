import { Respondent } from '../set/RuleSet';

const WORDS: Record<Respondent, string> = {
  owner: 'the team that owns it',
  'product-owner': 'its product owner',
  'domain-owner': 'the domain owner',
  'data-lead': 'the data lead',
  consumer: 'those who use it',
  'platform-owner': 'the platform owners',
};

/** Who may answer a question. */
export function tellRespondents(who: readonly Respondent[] = []): string {
  return who.map(one => WORDS[one]).join(', ');
}
