package org.mingzhang.audit;

import java.util.Optional;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Finds sentences that say why an amount of last year is not the one that last year's document has:
 * bodies were merged, the amounts are comparable ones, or a correction was published.
 */
final class RestatementDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RestatementDetector.class);
  private static final PrefilteredPattern RESTATED = PATTERNS.getPrefiltered("restated");

  private RestatementDetector() {}

  /**
   * An undecided result if the sentence of a quote says that amounts were restated; empty if it
   * does not, or if the quote is not found in the section.
   *
   * @param path path of the section that is quoted
   */
  static Optional<CheckResult> undecidedIfRestated(Disclosure document, String path, String quote) {
    String words = CompactText.compact(quote).text();
    return document.sections().stream()
        .filter(section -> section.path().equals(path))
        .map(Section::text)
        .map(text -> CompactText.compact(text).text())
        .filter(text -> text.contains(words))
        .map(text -> sentenceAt(text, text.indexOf(words), words.length()))
        .filter(RESTATED::occursIn)
        .map(sentence -> (CheckResult) CheckResult.undecided("last-year-restated"))
        .findFirst();
  }

  private static String sentenceAt(String text, int at, int length) {
    int start = text.lastIndexOf('。', at) + 1;
    int end = text.indexOf('。', at + Math.max(0, length - 1));
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
