package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.TsvResource;

/**
 * How the findings of some identities are told: a line of {@code rules.tsv}.
 *
 * @param description what the rule is; its id stands in links that were given out
 * @param severity how sure its findings are
 * @param message sentence in Chinese; {@code %1$s} is the printed value, {@code %2$s} what the
 *     others give, {@code %3$s} and {@code %4$s} their names
 * @param english the same in English
 * @param order place in the file: of several rules that one wrong number breaks, the first speaks
 */
public record FormRule(
    RuleDescription description, Severity severity, String message, String english, int order) {
  private static final int COLUMNS = 9;
  private static final String DIGITS = "数字印出的最后一位以内（四舍五入或舍去）";
  private static final String DIGITS_ENGLISH = "within the last printed digit, rounded or cut";
  private static final Map<String, FormRule> ALL = read();

  /** All rules in the order of the file. */
  static List<FormRule> all() {
    return List.copyOf(ALL.values());
  }

  /**
   * The rule with an id.
   *
   * @throws NullPointerException if there is none
   */
  static FormRule of(String id) {
    return Objects.requireNonNull(ALL.get(id), id);
  }

  /** The descriptions of several rules. */
  static List<RuleDescription> descriptions(List<FormRule> rules) {
    List<RuleDescription> descriptions = new ArrayList<>();
    rules.forEach(r -> descriptions.add(r.description()));
    return descriptions;
  }

  private static Map<String, FormRule> read() {
    Map<String, FormRule> rules = new LinkedHashMap<>();
    for (List<String> cells : TsvResource.rows(FormRule.class, "rules.tsv", COLUMNS)) {
      Kind kind = Kind.valueOf(cells.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
      RuleDescription about =
          new RuleDescription(
              cells.get(0),
              kind,
              cells.get(3),
              cells.get(4),
              DIGITS,
              DIGITS_ENGLISH,
              cells.get(5),
              cells.get(6));
      Severity severity = Severity.valueOf(cells.get(2).toUpperCase(Locale.ROOT));
      rules.put(
          cells.get(0), new FormRule(about, severity, cells.get(7), cells.get(8), rules.size()));
    }
    return rules;
  }
}
