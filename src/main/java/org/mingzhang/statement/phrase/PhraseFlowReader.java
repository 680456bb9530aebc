package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads 收入 or 支出 without the name of an account, and decides whether it means the total of the
 * document's own body.
 */
final class PhraseFlowReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PhraseFlowReader.class);
  private static final Pattern BOTH_FLOWS = PATTERNS.get("both-flows");
  private static final Pattern FLOW_AFTER_STAGE = PATTERNS.get("flow-after-stage");

  private final FoldedText foldedText;
  private final Lexicon lexicon;
  private final InheritedContext context;

  PhraseFlowReader(FoldedText foldedText, Lexicon lexicon, InheritedContext context) {
    this.foldedText = foldedText;
    this.lexicon = lexicon;
    this.context = context;
  }

  /**
   * Whether a phrase means the total of the body itself, in which case the preceding topic does not
   * apply: 本部门预算支出.
   */
  boolean isTotalOfOwnBody(List<ProseToken> words, String flow, @Nullable Stage stage) {
    return !flow.isEmpty()
        && !flow.equals(AmountPhrase.BOTH_FLOWS)
        && stage == Stage.BUDGET
        && (words.stream()
                .anyMatch(
                    t ->
                        t.isWord(WordClass.SCOPE, "OWN")
                            && lexicon.hasEnding(WordClass.ENTITY, foldedText.text(t)))
            || isOwnAgencyBeforeStage(words));
  }

  /** Whether the words before the stage are the name of the document's agency: 样本局预算支出总额. */
  private boolean isOwnAgencyBeforeStage(List<ProseToken> words) {
    List<ProseToken> owner =
        words.stream().takeWhile(t -> !t.isWordOfClass(WordClass.STAGE)).toList();
    return !owner.isEmpty()
        && owner.size() < words.size()
        && new OwnAgencyMatcher(lexicon, context)
            .isOwnAgency(foldedText.text(owner.getFirst().start(), owner.getLast().end()));
  }

  /**
   * The last of the words 收入 and 支出 in a phrase, alone or with words for year or stage; {@link
   * AmountPhrase#BOTH_FLOWS} if the phrase begins with a word for both; empty if there is none.
   */
  String read(List<ProseToken> window) {
    if (!window.isEmpty()
        && BOTH_FLOWS
            .matcher(foldedText.text(window.getFirst().start(), window.getLast().end()))
            .lookingAt()) {
      return AmountPhrase.BOTH_FLOWS;
    }
    for (int i = window.size() - 1; i >= 0; i--) {
      String word = foldedText.text(window.get(i).start(), window.get(i).end());
      String flow = NameBoundaryDetector.flowOfYear(word);
      if (!flow.isEmpty()) {
        return flow;
      }
      Matcher flowAfterStage = FLOW_AFTER_STAGE.matcher(word);
      if (window.get(i).isWordOfAnyClass(WordClass.STAGE, WordClass.VERB)
          && flowAfterStage.find()) {
        return flowAfterStage.group("flow");
      }
    }
    return "";
  }
}
