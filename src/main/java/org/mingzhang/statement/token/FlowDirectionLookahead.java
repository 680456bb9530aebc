package org.mingzhang.statement.token;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A lookahead over the rest of a sentence that decides whether a subject with an ambiguous name is
 * revenue or expenditure: in 财政拨款年初预算600万元，支出决算650万元 it is expenditure. Makes one pass over the
 * clauses, from the last to the first.
 */
public final class FlowDirectionLookahead {
  private static final Set<WordClass> CLASSES_WITHOUT_SUBJECT =
      EnumSet.of(
          WordClass.STAGE,
          WordClass.VERB,
          WordClass.NOUN,
          WordClass.LINKING_VERB,
          WordClass.SUM,
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.SCOPE,
          WordClass.LINK);

  private final FoldedText foldedText;

  private FlowDirectionLookahead(FoldedText foldedText) {
    this.foldedText = foldedText;
  }

  /**
   * For each clause, the word 收入 or 支出 if a later clause of its sentence has it before the sentence
   * names another subject; otherwise an empty string.
   */
  public static List<String> findLaterFlows(List<Clause> clauses, FoldedText foldedText) {
    FlowDirectionLookahead reader = new FlowDirectionLookahead(foldedText);
    String[] ahead = new String[clauses.size()];
    String flow = "";
    for (int i = clauses.size() - 1; i >= 0; i--) {
      Clause clause = clauses.get(i);
      flow = clause.markAfter() == '，' ? flow : "";
      ahead[i] = flow;
      String readFlow = reader.readFlow(clause);
      flow = !readFlow.isEmpty() ? readFlow : reader.namesSubject(clause) ? "" : flow;
    }
    return Arrays.asList(ahead);
  }

  /**
   * 收入 or 支出 if the words before the first number of a clause contain it but no name; otherwise an
   * empty string.
   */
  private String readFlow(Clause clause) {
    StringBuilder words = new StringBuilder();
    for (ProseToken token : clause.tokens()) {
      if (token instanceof ProseToken.Numeral) {
        boolean spent = words.indexOf("支出") >= 0;
        boolean received = words.indexOf("收入") >= 0;
        return spent == received ? "" : spent ? "支出" : "收入";
      }
      boolean plain =
          token instanceof ProseToken.Time
              || (token instanceof ProseToken.Word word
                  && CLASSES_WITHOUT_SUBJECT.contains(word.type()));
      if (!plain) {
        return "";
      }
      words.append(foldedText.text(token));
    }
    return "";
  }

  private boolean namesSubject(Clause clause) {
    return clause.tokens().stream()
        .anyMatch(
            t ->
                t instanceof ProseToken.Name
                    || t instanceof ProseToken.Item
                    || t.isWordOfClass(WordClass.FUND));
  }
}
