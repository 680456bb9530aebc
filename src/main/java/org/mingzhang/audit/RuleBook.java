package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.form.FormRules;
import org.mingzhang.audit.identity.StatedIdentities;

/** What all rules are, for the page and the document that list them. */
public final class RuleBook {
  private static final Map<String, RuleDescription> BY_ID =
      Stream.concat(ofOneDocument().stream(), ofTwoDocuments().stream())
          .collect(
              Collectors.toUnmodifiableMap(RuleDescription::id, Function.identity(), (a, b) -> a));

  private static final Map<String, String> ALIASES = aliases();

  private RuleBook() {}

  private static Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>(StatedIdentities.formerIds());
    aliases.putAll(FormRules.formerIds());
    return Map.copyOf(aliases);
  }

  /** The rule of this id, or the identity that tells now what the rule of this id told. */
  public static Optional<RuleDescription> find(String id) {
    return Optional.ofNullable(BY_ID.get(ALIASES.getOrDefault(id, id)));
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
    List<RuleDescription> all = new ArrayList<>(StatedIdentities.rules());
    for (Rule rule : RuleCatalogue.all()) {
      all.add(rule.description());
      all.addAll(rule.further());
    }
    return List.copyOf(all);
  }

  /** Rules that compare a document with others of the same agency. */
  public static List<RuleDescription> ofTwoDocuments() {
    return CrossDocument.rules();
  }
}
