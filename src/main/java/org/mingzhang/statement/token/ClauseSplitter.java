package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.text.PatternTable;

/**
 * Splits tokens into clauses at commas, stops, colons, brackets and list marks. A 、 splits only
 * between a number and a name: between names it joins them, and between numbers it separates the
 * values of 分别. Line breaks do not split.
 */
public final class ClauseSplitter {
  /** The unit of the number of a document, （财行〔2020〕189号）; such a number is no amount. */
  private static final String DOCUMENT_NUMBER_UNIT = "号";

  /** Maximum number of words between a colon and the amount that belongs to the name before it. */
  private static final int MAX_WORDS_BEFORE_AMOUNT = 3;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ClauseSplitter.class);
  private static final Pattern FLOW_AFTER_NAME = PATTERNS.get("flow-after-name");

  private final FoldedText foldedText;
  private final List<ProseToken> tokens;
  private final List<Clause> clauses = new ArrayList<>();
  private List<ProseToken> clauseTokens = new ArrayList<>();
  private char markBefore;

  /** Index of the bracket in which the clause is; -1 outside brackets. */
  private int openBracket = -1;

  private ProseToken.@Nullable ListMark listMark;

  private ClauseSplitter(FoldedText foldedText, List<ProseToken> tokens) {
    this.foldedText = foldedText;
    this.tokens = tokens;
  }

  /**
   * The clauses of a text in reading order. A clause is empty where it has only a list mark, or
   * where only a bracket, a full stop or the end of a heading ends it.
   */
  public static List<Clause> split(FoldedText foldedText, List<ProseToken> tokens) {
    ClauseSplitter splitter = new ClauseSplitter(foldedText, tokens);
    splitter.splitTokens();
    return splitter.clauses;
  }

  private void splitTokens() {
    for (int i = 0; i < tokens.size(); i++) {
      ProseToken token = tokens.get(i);
      if (token instanceof ProseToken.ListMark mark) {
        endClause((char) 0, mark.start());
        listMark = mark;
      } else if (token instanceof ProseToken.Mark mark) {
        i = readMark(mark, i);
      } else {
        if (token instanceof ProseToken.Name && endsInCutNumber()) {
          clauseTokens.removeLast();
          boolean unclosed = openBracket >= 0 && findClosingBracket(openBracket) < 0;
          endClause(unclosed ? ')' : '，', token.start());
        }
        clauseTokens.add(token);
      }
    }
    int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
    endClause((char) 0, end);
  }

  private int readMark(ProseToken.Mark mark, int tokenIndex) {
    switch (mark.mark()) {
      case '(' -> {
        int close = findClosingBracket(tokenIndex);
        if (close > tokenIndex && !hasNumberWithUnit(tokenIndex, close)) {
          addBasisTokens(tokenIndex, close);
          return close;
        }
        if (isAmountOfBase(tokenIndex, close) || isAmountOfName(tokenIndex, close)) {
          clauseTokens.add(tokens.get(tokenIndex + 1));
          return close;
        }
        endClause('(', mark.end());
        openBracket = tokenIndex;
      }
      case '、' -> {
        if (endsInNumber() && !isValueAt(tokenIndex + 1)) {
          endClause('、', mark.end());
        } else if (!clauseTokens.isEmpty()) {
          clauseTokens.add(mark);
        }
      }
      case '，' -> {
        if ((isDistributed() && endsInNumber() && isValueAt(tokenIndex + 1))
            || joinsDistributedNames(tokenIndex)) {
          clauseTokens.add(mark);
        } else {
          endClause('，', mark.end());
        }
      }
      case '：' -> {
        if (!isColonBetweenVerbAndNumber(tokenIndex) && !isColonAfterUnlistedFlow(tokenIndex)) {
          endClause('：', mark.end());
        }
      }
      default -> endClause(mark.mark(), mark.end());
    }
    return tokenIndex;
  }

  /** Whether a colon is between a verb and its number, where it ends no clause: 死亡抚恤为：10.7万元. */
  private boolean isColonBetweenVerbAndNumber(int colonIndex) {
    return clauseTokens.size() > 1
        && clauseTokens.getLast().isWordOfAnyClass(WordClass.LINKING_VERB, WordClass.VERB)
        && colonIndex + 1 < tokens.size()
        && tokens.get(colonIndex + 1).isMoney();
  }

  /**
   * Whether a colon is between the name of a flow that the chart does not have and its amount,
   * where it ends no clause: 城乡建设类支出：安排4100万元. The name of an account of the chart is a topic of
   * its own.
   */
  private boolean isColonAfterUnlistedFlow(int colonIndex) {
    boolean unlisted =
        clauseTokens.stream().anyMatch(ProseToken.Text.class::isInstance)
            && clauseTokens.stream().noneMatch(ProseToken.Numeral.class::isInstance)
            && FLOW_AFTER_NAME.matcher(foldedText.text(clauseTokens.getLast())).find();
    int at = colonIndex + 1;
    while (unlisted
        && at < tokens.size()
        && at <= colonIndex + MAX_WORDS_BEFORE_AMOUNT
        && introducesAmount(tokens.get(at))) {
      at++;
    }
    return unlisted && at < tokens.size() && tokens.get(at).isMoney();
  }

  private static boolean introducesAmount(ProseToken token) {
    return token instanceof ProseToken.Time
        || token.isWordOfAnyClass(
            WordClass.VERB, WordClass.STAGE, WordClass.LINKING_VERB, WordClass.PLAN);
  }

  private void endClause(char markAfter, int end) {
    if (!clauseTokens.isEmpty()
        || listMark != null
        || markAfter == '('
        || markAfter == ')'
        || markAfter == '。'
        || markAfter == '\n'
        || (markAfter == '；' && markBefore == ')')) {
      int start = clauseTokens.isEmpty() ? end : clauseTokens.getFirst().start();
      clauses.add(new Clause(clauseTokens, markBefore, markAfter, listMark, start, end));
    }
    clauseTokens = new ArrayList<>();
    markBefore = markAfter;
    openBracket = markAfter == ')' || markAfter == '。' ? -1 : openBracket;
    listMark = null;
  }

  /**
   * Index of the bracket that closes the one at an index; -1 if there is none within 200 tokens.
   */
  private int findClosingBracket(int openingIndex) {
    int depth = 0;
    for (int i = openingIndex; i < tokens.size() && i < openingIndex + 200; i++) {
      if (tokens.get(i) instanceof ProseToken.Mark mark) {
        depth += mark.mark() == '(' ? 1 : mark.mark() == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * Whether a bracket contains only the amount of the word before it: 完成年初预算(70万元)的87.67%,
   * 较上年(58.02万元)增加.
   */
  private boolean isAmountOfBase(int openingIndex, int closingIndex) {
    if (closingIndex != openingIndex + 2
        || clauseTokens.isEmpty()
        || closingIndex + 1 >= tokens.size()
        || !(tokens.get(openingIndex + 1) instanceof ProseToken.Numeral number)
        || number.measure() != Quantity.Measure.MONEY) {
      return false;
    }
    ProseToken base = clauseTokens.getLast();
    return !(tokens.get(closingIndex + 1) instanceof ProseToken.Mark)
        && (base instanceof ProseToken.Time
            || base.isWordOfAnyClass(WordClass.YEAR, WordClass.STAGE, WordClass.YEAR_ON_YEAR));
  }

  /**
   * Whether a bracket contains only the amount of the name before it, which has no other amount and
   * is followed by a mark: 泵站维修（11.20万元），绿化（8.60万元）.
   */
  private boolean isAmountOfName(int openingIndex, int closingIndex) {
    return closingIndex == openingIndex + 2
        && tokens.get(openingIndex + 1).isMoney()
        && (closingIndex + 1 == tokens.size()
            || (tokens.get(closingIndex + 1) instanceof ProseToken.Mark next && next.mark() != '('))
        && clauseTokens.stream().noneMatch(ProseToken.Numeral.class::isInstance)
        && clauseTokens.stream()
            .anyMatch(t -> t instanceof ProseToken.Name || t instanceof ProseToken.Text);
  }

  /** Whether tokens contain a number with a unit other than the unit of document numbers. */
  private boolean hasNumberWithUnit(int from, int to) {
    return tokens.subList(from, to).stream()
        .anyMatch(
            t ->
                t instanceof ProseToken.Numeral n
                    && n.measure() != Quantity.Measure.BARE
                    && !n.unit().equals(DOCUMENT_NUMBER_UNIT));
  }

  /**
   * Adds the words for the basis of a comparison (同口径) in a bracket to the clause around it; the
   * other words of the bracket are skipped.
   */
  private void addBasisTokens(int from, int to) {
    for (ProseToken token : tokens.subList(from, to)) {
      if (token.isWordOfClass(WordClass.COMPARISON_BASIS)) {
        clauseTokens.add(token);
      }
    }
  }

  /** Whether the last token is a number or, after 分别, a word for an unchanged value: 持平. */
  private boolean endsInNumber() {
    return !clauseTokens.isEmpty()
        && (clauseTokens.getLast() instanceof ProseToken.Numeral
            || (clauseTokens.getLast().isWordOfClass(WordClass.UNCHANGED) && isDistributed()));
  }

  /**
   * Whether the clause names something and ends with a number without its unit. If a name follows,
   * the number is cut off there: 公用经费78项目支出96万元.
   */
  private boolean endsInCutNumber() {
    return clauseTokens.size() > 1
        && clauseTokens.getLast() instanceof ProseToken.Numeral number
        && number.measure() == Quantity.Measure.BARE
        && clauseTokens.stream().anyMatch(ProseToken.Name.class::isInstance);
  }

  /**
   * Whether the clause has a direction or 持平, as in 分别增加5万元、3万元、减少2万元 but not in
   * 分别为31万元、22万元，减少8万元. A number without a direction takes the direction of the number before it.
   */
  private boolean hasDirection() {
    return clauseTokens.stream()
        .anyMatch(t -> isDirection(t) || t.isWordOfClass(WordClass.UNCHANGED));
  }

  private static boolean isDirection(ProseToken token) {
    return token.isWordOfAnyClass(WordClass.UP, WordClass.DOWN);
  }

  /** Whether a number is at an index, alone or after a direction, or 持平 as one of the values. */
  private boolean isValueAt(int tokenIndex) {
    if (tokenIndex < tokens.size() && tokens.get(tokenIndex).isWordOfClass(WordClass.UNCHANGED)) {
      return isDistributed();
    }
    if (tokenIndex < tokens.size() && isDirection(tokens.get(tokenIndex))) {
      return isDistributed()
          && hasDirection()
          && tokenIndex + 1 < tokens.size()
          && tokens.get(tokenIndex + 1) instanceof ProseToken.Numeral;
    }
    return tokenIndex < tokens.size() && tokens.get(tokenIndex) instanceof ProseToken.Numeral;
  }

  /**
   * Whether the numbers of the clause belong to several subjects: after 分别, or after 各 or 均 if the
   * last number is printed without its unit.
   */
  private boolean isDistributed() {
    return clauseTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.RESPECTIVELY))
        || (clauseTokens.size() > 1
            && clauseTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY))
            && clauseTokens.getLast() instanceof ProseToken.Numeral last
            && last.end() - last.start() == last.printed().length());
  }

  /** Whether a comma separates names that each get one of the values after 分别: A，B，C分别为. */
  private boolean joinsDistributedNames(int commaIndex) {
    if (clauseTokens.isEmpty()
        || clauseTokens.stream().anyMatch(ProseToken.Numeral.class::isInstance)) {
      return false;
    }
    for (int i = commaIndex + 1; i < tokens.size(); i++) {
      ProseToken token = tokens.get(i);
      if (token.isWordOfClass(WordClass.RESPECTIVELY)) {
        return clauseTokens.stream().allMatch(ClauseSplitter::isNameOrConjunction);
      }
      if (!isNameOrConjunction(token)
          && !(token instanceof ProseToken.Mark m && (m.mark() == '，' || m.mark() == '、'))
          && !token.isWordOfAnyClass(WordClass.STAGE, WordClass.NOUN)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNameOrConjunction(ProseToken token) {
    return token instanceof ProseToken.Name
        || token.isWordOfClass(WordClass.WITH)
        || (token instanceof ProseToken.Mark m && m.mark() == '、');
  }
}
