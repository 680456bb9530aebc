package org.mingzhang.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;

/** The text before and after an account's name: keywords, stages and names. */
final class NameContext {
  private final QuestionLexicon lexicon;
  final List<String> names = new ArrayList<>();
  final List<String> namesAsTyped = new ArrayList<>();
  QuestionOperator operator = QuestionOperator.NONE;
  @Nullable Stage stage;
  boolean asksForAgencies;
  boolean asksForPlaces;

  NameContext(QuestionLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the text on one side of the account's name. */
  void read(String text) {
    int at = 0;
    StringBuilder name = new StringBuilder();
    while (at < text.length()) {
      int end = consumeKeywordAt(text, at);
      if (end == at) {
        name.append(text.charAt(at++));
      } else {
        addAndClearName(name);
        at = end;
      }
    }
    addAndClearName(name);
  }

  /**
   * Adds the name that was collected, without keywords at its end and with and without those at its
   * beginning (中 of 中共 is not a keyword), and empties the builder.
   */
  private void addAndClearName(StringBuilder name) {
    String bare = name.toString();
    name.setLength(0);
    int from = 0;
    int to = bare.length();
    while (from < to && isTrimmableKeyword(bare.charAt(from))) {
      from++;
    }
    while (to > from
        && isTrimmableKeyword(bare.charAt(to - 1))
        && !KnownAgency.hasAgencySuffix(bare.substring(from, to))) {
      to--;
    }
    if (from < to) {
      names.add(bare.substring(from, to));
      namesAsTyped.add(bare.substring(0, to));
    }
  }

  /** Whether a character is a one-character keyword that may be trimmed from the ends of a name. */
  private boolean isTrimmableKeyword(char c) {
    QuestionLexicon.Keyword word = lexicon.findKeywordAt(String.valueOf(c), 0);
    return word != null && word.role() == QuestionLexicon.KeywordRole.EDGE;
  }

  /**
   * Applies the keyword or stage that begins at an offset and returns the offset after it; the
   * offset itself if there is none. A space counts as a keyword without effect.
   */
  private int consumeKeywordAt(String text, int offset) {
    if (text.charAt(offset) == ' ') {
      return offset + 1;
    }
    QuestionLexicon.Keyword word = lexicon.findKeywordAt(text, offset);
    if (word != null && word.role() != QuestionLexicon.KeywordRole.EDGE) {
      applyKeyword(word.role());
      return word.end();
    }
    return consumeStageAt(text, offset);
  }

  private int consumeStageAt(String text, int offset) {
    for (int end = Math.min(text.length(), offset + 8); end > offset + 1; end--) {
      Optional<Stage> found = ChartOfAccounts.findStage(text.substring(offset, end));
      if (found.isPresent()) {
        stage = found.get();
        return end;
      }
    }
    return offset;
  }

  private void applyKeyword(QuestionLexicon.KeywordRole role) {
    switch (role) {
      case RISE -> operator = QuestionOperator.RISE;
      case FALL -> operator = QuestionOperator.FALL;
      case CHANGE ->
          operator = operator == QuestionOperator.NONE ? QuestionOperator.CHANGE : operator;
      case MOST -> operator = operator.comparesYears() ? operator : QuestionOperator.MOST;
      case LEAST -> operator = operator.comparesYears() ? operator : QuestionOperator.LEAST;
      case AGENCIES -> asksForAgencies = true;
      case PLACES -> asksForPlaces = true;
      case FILLER, EDGE -> {}
    }
  }
}
