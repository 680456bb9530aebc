package org.mingzhang.audit;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.RuleDescription;

/** What all rules are, for the page and the document that list them. */
public final class RuleBook {
  private RuleBook() {}

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
