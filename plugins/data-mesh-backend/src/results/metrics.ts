import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/**
 * What operators watch of evaluation. The metrics service is still alpha in
 * Backstage: only files of this name and the plugin's wiring know it.
 */
export class ResultsMetrics {
  readonly #duration;
  readonly #subjects;
  readonly #changes;
  readonly #failures;
  readonly #queueLength;
  readonly #queueAge;

  constructor(metrics: MetricsService) {
    this.#duration = metrics.createHistogram(
      'data_mesh.results.evaluation.duration',
      { description: 'How long an evaluation of everything took', unit: 's' },
    );
    this.#subjects = metrics.createGauge('data_mesh.results.subjects', {
      description: 'Products and domains that were evaluated in it',
    });
    this.#changes = metrics.createCounter('data_mesh.results.changes', {
      description: 'Changes of results and levels',
    });
    this.#failures = metrics.createCounter('data_mesh.results.failures', {
      description: 'Products and domains that could not be evaluated',
    });
    this.#queueLength = metrics.createGauge('data_mesh.results.queue.length', {
      description: 'Entities that wait to be evaluated again',
    });
    this.#queueAge = metrics.createGauge('data_mesh.results.queue.age', {
      description: 'How long the oldest of them has waited',
      unit: 's',
    });
  }

  recordPass(outcome: string, seconds: number, subjects: number) {
    this.#duration.record(seconds, { outcome });
    this.#subjects.record(subjects);
  }

  count({ changes, failures }: { changes: number; failures: number }) {
    if (changes > 0) {
      this.#changes.add(changes);
    }
    if (failures > 0) {
      this.#failures.add(failures);
    }
  }

  recordQueue(length: number, ageInSeconds: number) {
    this.#queueLength.record(length);
    this.#queueAge.record(ageInSeconds);
  }
}
