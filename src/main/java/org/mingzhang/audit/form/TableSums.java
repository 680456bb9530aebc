package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;

/** One rule of the file that is bound to single tables: its part of {@link TableAnswers}. */
public final class TableSums implements Rule {
  private final FormRule rule;

  private TableSums(FormRule rule) {
    this.rule = rule;
  }

  /** A rule for each line of the file that has identities bound to tables, in its order. */
  public static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (FormRule rule : FormRule.all()) {
      if (FormIdentity.all().stream()
          .anyMatch(i -> i.rule().equals(rule) && i.binder() != FormIdentity.Binder.DOCUMENT)) {
        rules.add(new TableSums(rule));
      }
    }
    return rules;
  }

  @Override
  public RuleDescription description() {
    return rule.description();
  }

  @Override
  public List<Check> check(Reading reading) {
    return reading.derived(TableAnswers.class, TableAnswers::of).checks().stream()
        .filter(a -> a.rule().equals(rule))
        .map(TableAnswers.Answer::check)
        .toList();
  }
}
