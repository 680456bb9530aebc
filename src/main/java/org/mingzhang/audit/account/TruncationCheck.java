package org.mingzhang.audit.account;

import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.model.Topic;

/** Copies of a document that were cut off among its tables. */
final class TruncationCheck {
  private static final Pattern AMOUNT = Pattern.compile("\\d万?元[，。；]");

  private TruncationCheck() {}

  /** Whether a document says what its agency is and ends before it explains any amount. */
  static boolean of(AuditedDocument reading) {
    return reading.passages().stream().anyMatch(p -> p.topic() == Topic.OVERVIEW)
        && reading.passages().stream()
            .noneMatch(p -> explains(p.topic()) && AMOUNT.matcher(p.compact()).find());
  }

  private static boolean explains(Topic topic) {
    return topic.isOfTotals() || topic == Topic.THREE_PUBLIC;
  }
}
