package org.mingzhang.transparency;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds sentences that say that there was nothing of the fund of a form. Such a sentence explains
 * an empty form, whether it stands in a note below several forms (无政府性基金预算收支，也没有国有资本经营预算支出，故两表为空表)
 * or in the text that explains the forms.
 *
 * @param sections sections of the document
 */
record FundAbsenceFinder(UnspacedSections sections) {
  private static final Pattern SENTENCE_END = Pattern.compile("[。；;]");

  /** Words of absence, other than words of absence in a comparison or list (无变化, 无重大项目). */
  private static final Pattern ABSENCE =
      Pattern.compile("(?:无|没有|未安排|未发生|未使用|不涉及|空表)(?!增|减|变|差|重大|其他|相应)");

  private static final Pattern AMOUNT_ABOVE_ZERO =
      Pattern.compile("(?:[1-9][\\d,]*(?:\\.\\d+)?|0\\.0*[1-9]\\d*)[百千万亿]*元");

  private static final Pattern ZERO = Pattern.compile("(?<![\\d.,])0(?:\\.0+)?[百千万亿]*元");

  /**
   * Whether a sentence says that there was nothing of the fund of a form, and has no amount above
   * zero.
   */
  boolean isAbsenceStated(DisclosureItem item) {
    return hasSentence(item, ABSENCE.asPredicate());
  }

  /** Whether a sentence gives zero for the fund of a form, and no other amount. */
  boolean isZeroAmountStated(DisclosureItem item) {
    return hasSentence(item, ZERO.asPredicate());
  }

  private boolean hasSentence(DisclosureItem item, Predicate<String> condition) {
    return IntStream.range(0, sections.size())
        .filter(sections::countsAsDisclosure)
        .mapToObj(this::sentences)
        .flatMap(sentence -> sentence)
        .anyMatch(
            sentence ->
                condition.test(sentence)
                    && !AMOUNT_ABOVE_ZERO.matcher(sentence).find()
                    && item.isSpecialFundNamedIn(sentence));
  }

  /** The sentences of a section, the first of each paragraph after the title of the section. */
  private Stream<String> sentences(int index) {
    return sections.paragraphs(index).stream().flatMap(SENTENCE_END::splitAsStream);
  }
}
