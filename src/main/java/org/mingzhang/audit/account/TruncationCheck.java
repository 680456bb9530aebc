package org.mingzhang.audit.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Topic;

/** Copies of a document that were cut off among its tables. */
final class TruncationCheck {
  private static final Pattern AMOUNT = Pattern.compile("\\d万?元[，。；]");

  /** Topics of sections that explain amounts. */
  private static final Set<Topic> ACCOUNTS =
      EnumSet.of(
          Topic.TOTALS,
          Topic.INCOME,
          Topic.EXPENDITURE,
          Topic.FISCAL_APPROPRIATION,
          Topic.GENERAL_PUBLIC_BUDGET,
          Topic.BASIC_EXPENDITURE,
          Topic.THREE_PUBLIC);

  private TruncationCheck() {}

  /** Whether a document says what its agency is and ends before it explains any amount. */
  static boolean of(Reading reading) {
    return reading.passages().stream().anyMatch(p -> p.topic() == Topic.OVERVIEW)
        && reading.passages().stream()
            .noneMatch(p -> ACCOUNTS.contains(p.topic()) && AMOUNT.matcher(p.compact()).find());
  }
}
