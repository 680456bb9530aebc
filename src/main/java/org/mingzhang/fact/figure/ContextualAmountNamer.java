package org.mingzhang.fact.figure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Names amounts that only their context identifies: the funding of projects with planned or
 * evaluated performance ({@code 编报绩效目标的项目4个，涉及预算金额598.42万元}) and of contracts won ({@code
 * 在面向中小企业预留政府采购项目中，由中小企业供应商中标或成交的采购金额246.47万元}).
 */
final class ContextualAmountNamer {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContextualAmountNamer.class);
  private static final Pattern PERFORMANCE_TERMS = PATTERNS.get("performance-terms");
  private static final Pattern FUNDING_LABEL = PATTERNS.get("label");
  private static final Pattern FUNDING_LABEL_PREFIX = PATTERNS.get("funding-label-prefix");
  private static final Pattern AWARDED_CONTRACT = PATTERNS.get("awarded");

  private static final Pattern PROJECT_KIND = PATTERNS.get("kind");

  private static final Pattern WHOLE_BODY_WORDS = PATTERNS.get("whole-body");

  private static final Pattern FUNDING_OF_PROJECT_KIND = PATTERNS.get("of-kind");

  /**
   * The name that the context gives to an amount.
   *
   * @param name name of the amount
   * @param item the projects to which it belongs, or null
   */
  record ContextualName(String name, @Nullable String item) {}

  private ContextualAmountNamer() {}

  /**
   * The name and projects of the amount in this context; empty unless it is the funding of projects
   * with planned or evaluated performance, or of contracts won.
   */
  static Optional<ContextualName> find(SentenceContext context) {
    String before = context.textBeforeInClause();
    if (before.endsWith("采购金额") || before.endsWith("采购金额为")) {
      Matcher won = AWARDED_CONTRACT.matcher(before);
      if (won.find()) {
        return Optional.of(
            new ContextualName(won.group(1) + "项目中由" + won.group(2) + "中标或成交金额", null));
      }
    }
    String clause = before.substring(Math.max(0, before.lastIndexOf('，')));
    if (FUNDING_OF_PROJECT_KIND.matcher(clause).find()) {
      Matcher kind = PROJECT_KIND.matcher(context.textBeforeInParagraph());
      if (kind.find()) {
        return Optional.of(
            new ContextualName(FigureNames.requireText("form", "goals"), kind.group(1)));
      }
    }
    Matcher label = FUNDING_LABEL.matcher(clause);
    if (!label.find()) {
      return Optional.empty();
    }
    String found = findLastPerformanceTerm(context.textBeforeInSentence());
    found = found.isEmpty() ? findLastPerformanceTerm(context.textAfter()) : found;
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContextualName(
                found.replaceAll("了|\\d+个(?:项目)?", "")
                    + (WHOLE_BODY_WORDS.matcher(context.textBeforeInSentence()).find()
                        ? "整体支出"
                        : "项目")
                    + FUNDING_LABEL_PREFIX.matcher(label.group(1)).replaceFirst(""),
                null));
  }

  private static String findLastPerformanceTerm(String words) {
    String found = "";
    Matcher goals = PERFORMANCE_TERMS.matcher(words);
    while (goals.find()) {
      found = goals.group();
    }
    return found;
  }
}
