package org.mingzhang.audit.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule that judges each match of a pattern in the paragraphs. */
public abstract class MatchRule implements PassageRule {
  private final Pattern pattern;
  private final List<String> words;

  /**
   * A rule of one pattern.
   *
   * @param words words of which one must stand in a paragraph before the pattern is tried
   */
  protected MatchRule(Pattern pattern, String... words) {
    this.pattern = pattern;
    this.words = List.of(words);
  }

  @Override
  public final void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (words.stream().anyMatch(passage.compact()::contains)) {
      for (MatchResult match : passage.matches(pattern)) {
        CheckResult check = judge(reading, passage, match);
        if (check != null) {
          checks.add(check);
        }
      }
    }
  }

  /** The answer for a match; null where it is not what the rule is about. */
  protected abstract @Nullable CheckResult judge(
      AuditedDocument reading, Passage passage, MatchResult match);
}
