package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.AgencyType;
import org.mingzhang.text.TsvResource;

/** Agency types by name, from {@code agency-types.tsv}; the first matching row applies. */
final class AgencyTypeClassifier {
  private static final List<AgencyTypePattern> ROWS =
      TsvResource.parseRows(
          AgencyTypeClassifier.class,
          "agency-types.tsv",
          2,
          row ->
              new AgencyTypePattern(AgencyType.valueOf(row.get(0)), Pattern.compile(row.get(1))));

  /** An agency type with the pattern of the names that have it. */
  private record AgencyTypePattern(AgencyType type, Pattern pattern) {}

  private AgencyTypeClassifier() {}

  /** Finds the type of an agency by its name; empty if no pattern matches. */
  static Optional<AgencyType> classify(String agency) {
    return ROWS.stream()
        .filter(agencyTypePattern -> agencyTypePattern.pattern().matcher(agency).find())
        .map(AgencyTypePattern::type)
        .findFirst();
  }
}
