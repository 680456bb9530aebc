package org.mingzhang.statement.token;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Finds the bodies in names of parts of revenue that are divided by who collected or received it:
 * 税务部门 in 税务部门组织收入, 各乡镇 in 各乡镇合计.
 */
public final class RevenueBodyFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RevenueBodyFinder.class);
  private static final Pattern COLLECTING_OFFICE = PATTERNS.get("collecting-office");
  private static final Pattern COLLECTED_REVENUE = PATTERNS.get("collected-revenue");
  private static final Pattern SUM_OF_BODIES = PATTERNS.get("sum-of-bodies");

  private static final int MIN_BODY_LENGTH = 2;
  private static final int MAX_BODY_LENGTH = 20;

  private RevenueBodyFinder() {}

  /**
   * Whether an amount in the report of a government is the part of some revenue that an office
   * collected: 国税系统完成 of 公共财政预算收入.
   */
  public static boolean isCollectedPart(String name, String revenue) {
    return COLLECTING_OFFICE.matcher(name).matches()
        && COLLECTED_REVENUE.matcher(revenue).matches();
  }

  /**
   * Whether a name is that of a body that collects revenue or of several bodies, alone or before
   * the words that {@link #withoutCollectionWords} removes.
   *
   * @param isTextOfGovernment as in {@link #withoutCollectionWords}
   */
  public static boolean namesBody(String name, boolean isTextOfGovernment) {
    return (isTextOfGovernment && COLLECTING_OFFICE.matcher(name).matches())
        || !withoutCollectionWords(name, isTextOfGovernment).equals(name);
  }

  /**
   * The name of a body that collects revenue, without the words for its collection; the unchanged
   * name if it has no such words.
   *
   * @param isTextOfGovernment whether the text is that of a government, in which the offices that
   *     collect revenue are parts of it: 财政局收入 is not the revenue of the finance office itself
   */
  public static String withoutCollectionWords(String name, boolean isTextOfGovernment) {
    for (Pattern bodies : List.of(COLLECTING_OFFICE, SUM_OF_BODIES)) {
      Matcher named = bodies.matcher(name);
      if (isTextOfGovernment && named.matches()) {
        return named.group("body");
      }
    }
    String body = Lexicon.standard().withoutEnding(WordClass.COLLECTED, name);
    return body.length() >= MIN_BODY_LENGTH
            && body.length() <= MAX_BODY_LENGTH
            && Lexicon.standard().hasEnding(WordClass.ENTITY, body)
        ? body
        : name;
  }
}
