package org.mingzhang.statement.clause;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Reads clauses that only state the basis of the amounts in the clauses after them. */
final class AnnouncedBasisReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AnnouncedBasisReader.class);
  private static final Pattern ANNOUNCEMENT = PATTERNS.get("announced-basis");

  private AnnouncedBasisReader() {}

  /**
   * The basis, in the wording of the lexicon, that a clause announces: 剔除该因素后，, 扣除专项20万元后， or
   * 按可比口径计算，. Null for other clauses, also for 不含上年结转，, which is about an amount before the clause.
   */
  static @Nullable String read(ClauseState clause) {
    return clause.markAfter() == '，'
            && !clause.tokens().isEmpty()
            && clause.tokens().getFirst() instanceof ProseToken.Word first
            && first.type() == WordClass.COMPARISON_BASIS
            && ANNOUNCEMENT.matcher(clause.textOf(clause.tokens())).matches()
        ? first.value()
        : null;
  }
}
