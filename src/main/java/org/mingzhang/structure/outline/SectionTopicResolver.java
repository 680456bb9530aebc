package org.mingzhang.structure.outline;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;

/**
 * Determines the topic of a section from the meaning of its title; a title that implies none takes
 * the topic of the section above. Numerals are not used, because part three may be 情况说明 in one
 * province and 名词解释 in another.
 */
final class SectionTopicResolver {
  private static final TitlePatterns<Topic> TOPICS =
      TitlePatterns.read("topics.tsv", Topic::valueOf);

  private static final Set<Topic> BUDGET_MATTERS =
      EnumSet.of(
          Topic.TOTALS,
          Topic.FISCAL_APPROPRIATION,
          Topic.GENERAL_PUBLIC_BUDGET,
          Topic.BASIC_EXPENDITURE,
          Topic.GOVERNMENT_FUNDS,
          Topic.STATE_CAPITAL,
          Topic.OPERATING_EXPENSES,
          Topic.PROCUREMENT,
          Topic.STATE_ASSETS);

  private SectionTopicResolver() {}

  /** The topic that the words of a title name; null if they name none. */
  static @Nullable Topic findOwnTopic(String title) {
    return TOPICS.findInTitle(title);
  }

  /** Whether a title names a subject that has a section of its own in the standard forms. */
  static boolean isBudgetMatter(String title) {
    Topic own = findOwnTopic(title);
    return own != null && BUDGET_MATTERS.contains(own);
  }

  /**
   * Determines the topic of a section by its title or, if that names none, by the section above.
   * The topic of the section above takes precedence for list items and below a glossary or key
   * work.
   *
   * @param title its title
   * @param parentTopic topic of the section above it, or null for an outermost one
   * @param isItem whether it is a list item, whose title is an instance of the subject above
   * @param isAnnex whether it is numbered as an annex
   */
  static Topic determineTopic(
      String title, @Nullable Topic parentTopic, boolean isItem, boolean isAnnex) {
    if (parentTopic == Topic.GLOSSARY) {
      return Topic.GLOSSARY;
    }
    if (isItem && parentTopic != null && parentTopic != Topic.OTHER) {
      return parentTopic;
    }
    if (parentTopic == Topic.KEY_WORK && !title.contains("绩效")) {
      return Topic.KEY_WORK;
    }
    Topic own = findOwnTopic(title);
    if (own != null) {
      boolean general =
          parentTopic == Topic.GENERAL_PUBLIC_BUDGET && own == Topic.FISCAL_APPROPRIATION;
      return general ? Topic.GENERAL_PUBLIC_BUDGET : own;
    }
    if (isAnnex) {
      return Topic.ANNEX;
    }
    return parentTopic == null || parentTopic == Topic.ACCOUNT_TABLE ? Topic.OTHER : parentTopic;
  }
}
