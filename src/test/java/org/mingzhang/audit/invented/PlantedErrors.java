package org.mingzhang.audit.invented;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of error that is planted. */
final class PlantedErrors {
  private PlantedErrors() {}

  static List<PlantedError> all() {
    return Stream.of(
            SentenceErrors.all(),
            TableErrors.all(),
            WordingErrors.all(),
            FormErrors.all(),
            ListErrors.all(),
            BudgetErrors.all())
        .flatMap(List::stream)
        .toList();
  }
}
