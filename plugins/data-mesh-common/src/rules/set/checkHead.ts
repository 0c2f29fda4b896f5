import { RuleSet } from './RuleSet';
import { RuleSetProblems } from './RuleSetProblem';

/** Checks what targets, caps and phases refer to. */
export function checkHead(set: RuleSet, problems: RuleSetProblems) {
  const levels = set.levels.map(({ id }) => id);
  for (const list of ['targets', 'caps'] as const) {
    if (set[list].length && !levels.length) {
      problems.add([list], `A set without levels has no ${list}.`);
      continue;
    }
    set[list].forEach(({ level }, index) => {
      if (level !== undefined && !levels.includes(level)) {
        problems.add(
          [list, index, 'level'],
          `There is no level “${level}”; there are ${levels.join(', ')}.`,
        );
      }
    });
  }
  if (set.dimensions.length && !levels.length) {
    problems.add(['dimensions'], 'A set without levels has no dimensions.');
  }
  checkPhases(set, problems);
}

function checkPhases(set: RuleSet, problems: RuleSetProblems) {
  const { phase, phases } = set;
  const known = phases.length
    ? `there are ${phases.join(', ')}`
    : 'none is listed in “phases”';
  if (phases.length && !phase) {
    problems.add(
      ['phase'],
      '“phase” is missing: the phase that holds by default.',
    );
  } else if (phase && !phases.includes(phase)) {
    problems.add(['phase'], `There is no phase “${phase}”; ${known}.`);
  }
  for (const [name, parameter] of Object.entries(set.parameters)) {
    for (const own of Object.keys(parameter.phases)) {
      if (!phases.includes(own)) {
        problems.add(
          ['parameters', name, 'phases', own],
          `There is no phase “${own}”; ${known}.`,
        );
      }
    }
  }
}
