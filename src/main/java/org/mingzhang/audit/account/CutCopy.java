package org.mingzhang.audit.account;

import java.util.regex.Pattern;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Topic;

/** Copies of a document that were cut off among its tables. */
final class CutCopy {
  private static final Pattern AMOUNT = Pattern.compile("\\d万?元[，。；]");

  private CutCopy() {}

  /** Whether a document says what its agency is and ends before it explains any amount. */
  static boolean of(Reading reading) {
    return reading.passages().stream().anyMatch(p -> p.topic() == Topic.OVERVIEW)
        && reading.passages().stream()
            .noneMatch(
                p -> Facts.ACCOUNTS.contains(p.topic()) && AMOUNT.matcher(p.compact()).find());
  }
}
