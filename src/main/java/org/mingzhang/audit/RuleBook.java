package org.mingzhang.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.RuleDescription;

/** What all rules are, for the page and the document that list them. */
public final class RuleBook {
  private static final Map<String, RuleDescription> BY_ID =
      Stream.concat(ofOneDocument().stream(), ofTwoDocuments().stream())
          .collect(
              Collectors.toUnmodifiableMap(RuleDescription::id, Function.identity(), (a, b) -> a));

  private RuleBook() {}

  /** The rule of this id. */
  public static Optional<RuleDescription> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Rules about one document. */
  public static List<RuleDescription> ofOneDocument() {
    return RuleCatalogue.all().stream()
        .flatMap(r -> Stream.concat(Stream.of(r.description()), r.further().stream()))
        .toList();
  }

  /** Rules that compare a document with others of the same agency. */
  public static List<RuleDescription> ofTwoDocuments() {
    return CrossDocument.rules();
  }
}
