package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.ResolvedName;

/**
 * Resolves 余额 without a name: the balance of the limit before it, 政府债务限额9.3亿元，余额8.2亿元, or the
 * balance that the text speaks of, 预算稳定调节基金余额8940万元，即2021年末余额13460万元.
 */
final class BareBalanceResolver {
  private static final String BALANCE = "余额";
  private static final String LIMIT = "限额";

  private BareBalanceResolver() {}

  /**
   * For a subject that is named only 余额, the subject with the full name of the balance; unchanged
   * if none is found. Any other subject unchanged.
   */
  static Subject resolve(Subject subject, DiscourseState discourse) {
    List<Subject> topic = discourse.topic().subjects();
    if (subject.isInChart() || !subject.account().equals(BALANCE) || topic.size() != 1) {
      return subject;
    }
    Subject spoken = topic.getFirst();
    if (spoken.account().endsWith(BALANCE) && spoken.account().length() > BALANCE.length()) {
      return spoken;
    }
    return spoken.isInChart() && spoken.item() == null && spoken.account().endsWith(LIMIT)
        ? discourse
            .nameResolver()
            .resolve(spoken.account().replace(LIMIT, BALANCE), subject.span())
            .map(ResolvedName::subject)
            .orElse(subject)
        : subject;
  }
}
