package org.mingzhang.structure.outline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.HeadingTitle.TitleForm;
import org.mingzhang.text.PatternTable;

/** Distinguishes list items, each of which can be linked to, from sections. */
final class ListItemDetector {
  private static final int MAX_SECTION_TITLE_LENGTH = 30;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ListItemDetector.class);
  private static final Pattern SECTION_TITLE_ENDING = PATTERNS.get("ending");

  private ListItemDetector() {}

  /**
   * Finds headings whose children numbered 1., 2. are sections and not list items, because one of
   * the children has the title of a section.
   */
  static Set<OpenHeading> findParentsOfNumberedSections(List<OutlineParser.Heading> headings) {
    Set<OpenHeading> parents = new HashSet<>();
    for (OutlineParser.Heading heading : headings) {
      OpenHeading parent = heading.openHeading().parent();
      if (parent != null
          && isPlainDigitHeading(heading.candidate())
          && hasSectionTitle(heading.candidate())) {
        parents.add(parent);
      }
    }
    return parents;
  }

  /**
   * Whether a heading is a list item: numbered with digits below the second level, a glossary term,
   * a budget subject, or a named amount.
   *
   * @param parentsOfNumberedSections headings whose children numbered 1. are sections
   */
  static boolean isItem(
      HeadingCandidate headingCandidate,
      OpenHeading openHeading,
      Set<OpenHeading> parentsOfNumberedSections) {
    NumeralStyle style = headingCandidate.style();
    TitleForm form = headingCandidate.title().form();
    boolean glossary =
        openHeading.parent() != null && HeadingPlacement.isInGlossary(openHeading.parent());
    if (style == NumeralStyle.NONE || style.rank() < NumeralStyle.HAN.rank()) {
      return false;
    }
    if (form == TitleForm.AMOUNT || form == TitleForm.BUDGET_ITEM) {
      return true;
    }
    if (glossary) {
      return headingCandidate.title().isRunIn() || style == NumeralStyle.DIGIT;
    }
    if (style == NumeralStyle.DIGIT_BRACKETS) {
      return headingCandidate.outlinePosition() == null && openHeading.style() == style;
    }
    boolean section =
        openHeading.depth() <= 2
            || (openHeading.parent() != null
                && parentsOfNumberedSections.contains(openHeading.parent()));
    return style == NumeralStyle.DIGIT && !(section && isPlainDigitHeading(headingCandidate));
  }

  private static boolean isPlainDigitHeading(HeadingCandidate headingCandidate) {
    boolean sentence =
        headingCandidate.title().form() == TitleForm.END_MARKED
            && !SECTION_TITLE_ENDING.matcher(headingCandidate.title().text()).find();
    return headingCandidate.style() == NumeralStyle.DIGIT
        && !headingCandidate.title().isRunIn()
        && !sentence;
  }

  /** Whether a heading has the title of a section of the forms or names the subject of one. */
  private static boolean hasSectionTitle(HeadingCandidate headingCandidate) {
    String title = headingCandidate.title().text();
    StandardTitles.@Nullable OutlinePosition place = headingCandidate.outlinePosition();
    return place == StandardTitles.OutlinePosition.SECTION
        || place == StandardTitles.OutlinePosition.PART
        || place == StandardTitles.OutlinePosition.CAPTION
        || (title.length() <= MAX_SECTION_TITLE_LENGTH
            && SectionTopicResolver.isBudgetMatter(title));
  }
}
