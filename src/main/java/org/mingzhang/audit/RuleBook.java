package org.mingzhang.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.text.TsvResource;

/** What all rules are, for the page and the document that list them. */
public final class RuleBook {
  private static final Map<String, String> ALIASES =
      TsvResource.rows(RuleTexts.class, "former.tsv", 2).stream()
          .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

  private RuleBook() {}

  /** The rule of this id, or the identity that tells now what the rule of this id told. */
  public static Optional<RuleDescription> find(String id) {
    return RuleTexts.find(ALIASES.getOrDefault(id, id));
  }

  /** Ids that rules had before identities told what they told, each with its id of today. */
  public static Map<String, String> formerIds() {
    return ALIASES;
  }

  /** The ids that a rule, or what it tells now, had before, in order. */
  public static List<String> formerIdsOf(String id) {
    return ALIASES.entrySet().stream()
        .filter(alias -> alias.getValue().equals(id))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Rules about one document. */
  public static List<RuleDescription> ofOneDocument() {
    return RuleTexts.all().stream()
        .filter(r -> r.checker() != RuleDescription.Checker.DOCUMENTS)
        .toList();
  }

  /** Rules that compare a document with others of the same agency. */
  public static List<RuleDescription> ofTwoDocuments() {
    return RuleTexts.of(RuleDescription.Checker.DOCUMENTS);
  }
}
