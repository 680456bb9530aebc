package org.mingzhang.audit.check;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.QuoteLocation;

/** The result of a rule for one location of a document. */
public sealed interface CheckResult {
  CheckResult AGREES = new Agrees();

  /**
   * The result for a location that cannot be decided.
   *
   * @param reason key of the reason in {@code reasons.tsv}
   */
  static Undecided undecided(String reason) {
    return RuleTexts.undecidedResult(reason);
  }

  /** The findings among some results. */
  static List<Finding> findingsOf(List<CheckResult> answers) {
    return answers.stream()
        .flatMap(c -> c instanceof Disagrees d ? Stream.of(d.finding()) : Stream.of())
        .toList();
  }

  /** 对得上: the numbers or words at the location agree. */
  record Agrees() implements CheckResult {}

  /**
   * 对不上: the numbers or words at the location disagree.
   *
   * @param finding what the document states and what its numbers give
   */
  record Disagrees(Finding finding) implements CheckResult {}

  /**
   * 无法判断: the document does not contain what is needed.
   *
   * @param reason what is missing, in Chinese
   * @param reasonEnglish the reason in English
   * @param location the words that cannot be decided; null if the document as a whole is meant
   */
  record Undecided(String reason, String reasonEnglish, @Nullable QuoteLocation location)
      implements CheckResult {
    /** The same result with the words that cannot be decided. */
    public Undecided withLocation(QuoteLocation words) {
      return new Undecided(reason, reasonEnglish, words);
    }
  }
}
