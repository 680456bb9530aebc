package org.mingzhang.statement.section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.ProseTokenizer;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.statement.token.WordTrie;
import org.mingzhang.text.PatternTable;

/** Reads years, period, stage and fund from the title of a section or document. Thread-safe. */
final class TitleContextReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TitleContextReader.class);
  private static final Pattern EXECUTION_TITLE = PATTERNS.get("execution-title");
  private static final Pattern FUND_BUDGET_WORDS = PATTERNS.get("fund-budgets");

  private final Lexicon lexicon;
  private final ProseTokenizer tokenizer;

  TitleContextReader(Lexicon lexicon, ProseTokenizer tokenizer) {
    this.lexicon = lexicon;
    this.tokenizer = tokenizer;
  }

  /**
   * The stage that a title names, of several the result, then execution; null if it names none. The
   * 预算 in names of funds is ignored: 一般公共预算财政拨款支出 names no stage.
   */
  static @Nullable Stage findStage(String title) {
    String rest = FUND_BUDGET_WORDS.matcher(title).replaceAll("");
    if (rest.contains("决算")) {
      return Stage.RESULT;
    }
    if (EXECUTION_TITLE.matcher(rest).matches()) {
      return Stage.EXECUTION;
    }
    return rest.contains("预算") ? Stage.BUDGET : null;
  }

  TokenizedTitle tokenize(String title) {
    return TokenizedTitle.tokenize(title, tokenizer);
  }

  /** The years in a title, each once. */
  static List<Integer> findYears(TokenizedTitle title) {
    List<Integer> years = new ArrayList<>();
    for (ProseToken token : title.tokens()) {
      if (token instanceof ProseToken.Time time) {
        time.years().stream().filter(y -> !years.contains(y)).forEach(years::add);
      }
    }
    return years;
  }

  /** The part of a year that a title names (上半年); null if it names none. */
  static @Nullable String findPeriod(TokenizedTitle title) {
    for (ProseToken token : title.tokens()) {
      if (token instanceof ProseToken.Time time && !time.period().isEmpty()) {
        return time.period();
      }
      if (token instanceof ProseToken.Word word && word.type() == WordClass.PERIOD) {
        return title.foldedText().text(word);
      }
    }
    return null;
  }

  /**
   * The fund that a title names, the narrowest if one is part of another; null if it names several.
   *
   * @param above the fund of the titles above, which applies if the title names no fund or a wider
   *     one: 财政拨款支出总体情况 below 一般公共预算财政拨款支出情况
   */
  @Nullable Fund findFund(TokenizedTitle title, @Nullable Fund above) {
    String text = title.text();
    Fund found = null;
    for (int i = 0; i < text.length(); i++) {
      WordTrie.Match<Lexicon.LexiconEntry> match =
          lexicon.funds().findLongestMatch(text, i, text.length());
      if (match != null) {
        Fund fund = Fund.valueOf(match.value().value());
        if (found != null && found != fund && !fund.isWithin(found) && !found.isWithin(fund)) {
          return null;
        }
        found = found == null || fund.isWithin(found) ? fund : found;
        i = match.end() - 1;
      }
    }
    boolean wider = found != null && above != null && above.isWithin(found);
    return wider || (found == null && !title.tokens().isEmpty()) ? above : found;
  }

  /**
   * Whether a document's title that names several years states a part of the year for another of
   * them: 上半年 for 2020 in 2020年决算和2021年上半年预算执行情况.
   */
  boolean isPeriodOfOtherYear(String title, @Nullable Integer year, @Nullable String period) {
    return period != null
        && year != null
        && findYears(tokenize(title)).size() > 1
        && !title.contains(year + "年" + period);
  }
}
