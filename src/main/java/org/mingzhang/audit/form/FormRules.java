package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.text.TsvResource;

/** One rule of {@code rules.tsv}: its part of what the identities of the forms answer. */
public final class FormRules implements Rule {
  private final FormRule rule;

  private FormRules(FormRule rule) {
    this.rule = rule;
  }

  /** A rule for each line of the file, in its order. */
  public static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    FormRule.all().forEach(r -> rules.add(new FormRules(r)));
    return rules;
  }

  /** Ids that rules had before, each with the id of the rule that tells the same today. */
  public static Map<String, String> formerIds() {
    return TsvResource.rows(FormRules.class, "former.tsv", 2).stream()
        .collect(Collectors.toUnmodifiableMap(c -> c.get(0), c -> c.get(1)));
  }

  private record Answers(List<TableAnswers.Answer> checks) {
    static Answers of(Reading reading) {
      List<TableAnswers.Answer> all =
          new ArrayList<>(reading.derived(TableAnswers.class, TableAnswers::of).checks());
      all.addAll(SameFacts.of(reading));
      all.addAll(ItemSums.of(reading));
      all.addAll(FactAnswers.of(reading).checks());
      return new Answers(all);
    }
  }

  @Override
  public RuleDescription description() {
    return rule.description();
  }

  @Override
  public List<Check> check(Reading reading) {
    return reading.derived(Answers.class, Answers::of).checks().stream()
        .filter(a -> a.rule().equals(rule))
        .map(TableAnswers.Answer::check)
        .toList();
  }
}
