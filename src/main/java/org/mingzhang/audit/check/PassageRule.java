package org.mingzhang.audit.check;

import java.util.ArrayList;
import java.util.List;

/** A rule that checks each paragraph on its own. */
public interface PassageRule extends Rule {
  /** Adds the answers for one paragraph, in reading order. */
  void check(AuditedDocument reading, Passage passage, List<CheckResult> checks);

  @Override
  default List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      reading.checkBudget();
      check(reading, passage, checks);
    }
    return checks;
  }
}
