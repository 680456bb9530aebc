package org.mingzhang.audit.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.TsvResource;

/**
 * Descriptions of all rules ({@code rules.tsv}), the texts of their findings ({@code messages.tsv},
 * {@code reasons.tsv}) and the ids of rules that were replaced ({@code former.tsv}).
 */
public final class RuleTexts {
  private static final int COLUMNS = 9;
  private static final Map<String, RuleDescription> RULES = readRules();
  private static final Map<String, Message> MESSAGES = readMessages();
  private static final Map<String, String> CURRENT_ID_BY_FORMER_ID =
      TsvResource.parseRows(RuleTexts.class, "former.tsv", 2, RuleTexts::checkSuccessor).stream()
          .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

  private static final Map<String, CheckResult.Undecided> REASONS =
      TsvResource.readRows(RuleTexts.class, "reasons.tsv", 3).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, r -> new CheckResult.Undecided(r.get(1), r.get(2), null)));

  private RuleTexts() {}

  /**
   * The text of a finding in Chinese and English, with the rule and severity.
   *
   * @param severity how certain it is
   * @param chinese the sentence, a format of {@link String#format}
   */
  record Message(RuleDescription rule, Severity severity, String chinese, String english) {}

  /**
   * All rules in the order of the file; of several rules that find the same error, the first one
   * reports it.
   */
  public static Collection<RuleDescription> all() {
    return RULES.values();
  }

  /** The rules that one of the checkers applies, in the same order. */
  public static List<RuleDescription> rulesOf(RuleDescription.Checker checker) {
    return RULES.values().stream().filter(r -> r.checker() == checker).toList();
  }

  /** The rules that need one document only. */
  public static List<RuleDescription> rulesOfOneDocument() {
    return RULES.values().stream()
        .filter(r -> r.checker() != RuleDescription.Checker.DOCUMENTS)
        .toList();
  }

  /** Rules that compare a document with others of the same agency. */
  public static List<RuleDescription> rulesOfTwoDocuments() {
    return rulesOf(RuleDescription.Checker.DOCUMENTS);
  }

  /**
   * The rule with an id or, for a former id, the rule that replaced it; empty for an unknown id.
   */
  public static Optional<RuleDescription> find(String id) {
    return Optional.ofNullable(RULES.get(CURRENT_ID_BY_FORMER_ID.getOrDefault(id, id)));
  }

  /** Former ids of rules, each with the id of the rule that replaced it. */
  public static Map<String, String> formerIds() {
    return CURRENT_ID_BY_FORMER_ID;
  }

  /** The former ids that stand for a rule, in alphabetical order; empty if there are none. */
  public static List<String> formerIdsOf(String id) {
    return CURRENT_ID_BY_FORMER_ID.entrySet().stream()
        .filter(alias -> alias.getValue().equals(id))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * The rule with an id, which must exist. Unlike {@link #find}, does not accept former ids.
   *
   * @throws NullPointerException if there is no such rule
   */
  public static RuleDescription findRequired(String id) {
    return Objects.requireNonNull(RULES.get(id), id);
  }

  /**
   * The message with a key: the id of its rule, followed by a slash and a word if the rule has
   * several messages.
   *
   * @throws NullPointerException if there is none
   */
  static Message message(String key) {
    return Objects.requireNonNull(MESSAGES.get(key), key);
  }

  /**
   * The result that a location is undecided, with the reason that has this key.
   *
   * @throws NullPointerException if there is no reason with this key
   */
  static CheckResult.Undecided undecidedResult(String key) {
    return Objects.requireNonNull(REASONS.get(key), key);
  }

  private static Map<String, RuleDescription> readRules() {
    Map<String, RuleDescription> rules = new LinkedHashMap<>();
    TsvResource.forEachRow(
        RuleTexts.class,
        "rules.tsv",
        COLUMNS,
        cells -> {
          rules.put(
              cells.get(0),
              new RuleDescription(
                  cells.get(0),
                  rules.size(),
                  RuleDescription.Checker.valueOf(toConstantName(cells.get(1))),
                  Kind.valueOf(toConstantName(cells.get(2))),
                  cells.get(3),
                  cells.get(4),
                  cells.get(5),
                  cells.get(6),
                  cells.get(7),
                  cells.get(8)));
        });
    return rules;
  }

  private static Map<String, Message> readMessages() {
    Map<String, Message> messages = new LinkedHashMap<>();
    TsvResource.forEachRow(
        RuleTexts.class,
        "messages.tsv",
        4,
        cells -> {
          RuleDescription rule = findRequired(cells.get(0).replaceFirst("/.*", ""));
          Severity severity = Severity.valueOf(toConstantName(cells.get(1)));
          messages.put(cells.get(0), new Message(rule, severity, cells.get(2), cells.get(3)));
        });
    return messages;
  }

  /** Checks that the rule that replaced a former one exists. */
  private static List<String> checkSuccessor(List<String> cells) {
    findRequired(cells.getLast());
    return cells;
  }

  private static String toConstantName(String cell) {
    return cell.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
