package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Quantity;
import org.mingzhang.text.PatternTable;

/**
 * Splits a folded text into tokens from left to right: list marks, times, numbers with their units,
 * words of the lexicon and names of the chart (the longest first), punctuation, and other text.
 * Linear in the length of the text.
 */
public final class ProseTokenizer {
  /** A dash as it is folded. */
  private static final String DASH = "--";

  /** Maximum number of characters of a word or name. */
  static final int MAX_WORD_LENGTH = 40;

  /** Maximum number of tokens between 各 or 分别 and the first of two amounts. */
  private static final int MAX_TOKENS_AFTER_EACH = 3;

  private static final int YEAR_DIGITS = 4;

  /** Value of words that are a direction only before a rate. */
  private static final String BEFORE_RATE = "rate";

  /** Value of limits that begin a clause about what was listed before it. */
  private static final String LISTED = "LISTED";

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ProseTokenizer.class);
  private static final Pattern RATE_AFTER_WORD = PATTERNS.get("rate-number");
  private static final Pattern NUMBER_IN_NAME = PATTERNS.get("number-in-name");

  private final Lexicon lexicon;
  private final NumberScanner numberScanner;
  private final HeadingLineDetector headingDetector;

  public ProseTokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.numberScanner = new NumberScanner(lexicon);
    this.headingDetector = new HeadingLineDetector(lexicon.words());
  }

  /**
   * The tokens of a text, without gaps between them; after each heading there is an empty mark for
   * its line break.
   */
  public List<ProseToken> tokenize(FoldedText foldedText) {
    List<ProseToken> found = new ArrayList<>();
    String text = foldedText.text();
    FunctionalItemScanner itemScanner = FunctionalItemScanner.scan(text);
    int plain = 0;
    int at = 0;
    while (at < text.length()) {
      if (headingDetector.isHeadingBefore(foldedText, at)) {
        if (plain < at) {
          found.add(new ProseToken.Text(plain, at));
          plain = at;
        }
        found.add(new ProseToken.Mark(at, at, '\n'));
      }
      ProseToken token = nextToken(foldedText, at, found, plain < at, itemScanner);
      if (token == null) {
        at = Math.max(skipDigitsOfCode(text, at), skipCompound(text, at));
        continue;
      }
      if (plain < at) {
        found.add(new ProseToken.Text(plain, at));
      }
      found.add(token);
      at = token.end();
      plain = at;
    }
    if (plain < text.length()) {
      found.add(new ProseToken.Text(plain, text.length()));
    }
    copyUnitToFirstOfPair(found);
    return found;
  }

  /** Gives the unit of the second of two amounts to the first as well: 收、支总计各是4125.49，4143.91万元. */
  private static void copyUnitToFirstOfPair(List<ProseToken> tokens) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      if (tokens.get(i) instanceof ProseToken.Numeral bare
          && bare.measure() == Quantity.Measure.BARE
          && bare.printed().contains(".")
          && tokens.get(i + 1) instanceof ProseToken.Mark mark
          && (mark.mark() == '，' || mark.mark() == '、')
          && tokens.get(i + 2) instanceof ProseToken.Numeral next
          && next.measure() == Quantity.Measure.MONEY
          && tokens.subList(Math.max(0, i - MAX_TOKENS_AFTER_EACH), i).stream()
              .anyMatch(t -> t.isWordOfAnyClass(WordClass.RESPECTIVELY, WordClass.EQUALLY))) {
        tokens.set(i, bare.withUnitOf(next));
      }
    }
  }

  /**
   * The offset after the digits and points at an offset, which are part of a code and not a number;
   * the next offset if there is no digit.
   */
  private static int skipDigitsOfCode(String text, int at) {
    int end = at + 1;
    while (end < text.length()
        && Character.isDigit(text.charAt(at))
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  /** Offset after the compound that starts here; the same offset if there is none. */
  private int skipCompound(String text, int at) {
    WordTrie.Match<Lexicon.LexiconEntry> word = wordAt(text, at);
    return word != null && isPlainText(word, text) ? word.end() : at;
  }

  /**
   * Whether a word of the lexicon is to be read as plain text: a compound, or a direction that
   * needs a rate after it and has none.
   */
  private static boolean isPlainText(WordTrie.Match<Lexicon.LexiconEntry> word, String text) {
    return word.value().type() == WordClass.COMPOUND
        || (word.value().value().equals(BEFORE_RATE)
            && !RATE_AFTER_WORD.matcher(text).region(word.end(), text.length()).lookingAt());
  }

  /**
   * Whether a word for a plan is the end of a quoted name that goes on after the quotation mark:
   * “双高计划”建设.
   */
  private static boolean endsQuotedName(
      FoldedText foldedText, WordTrie.Match<Lexicon.LexiconEntry> word) {
    return word.value().type() == WordClass.PLAN && foldedText.endsQuotation(word.end());
  }

  /**
   * Whether the last characters of a word for the own office begin a longer name or word for
   * bodies, before which there is only the ending of a body: 市教育局机关运行经费 is 市教育局 and 机关运行经费, not
   * 局机关.
   */
  private boolean overlapsName(WordTrie.Match<Lexicon.LexiconEntry> word, String text, int at) {
    return word.value().type() == WordClass.SCOPE
        && word.value().value().equals(Perimeter.UNIT.name())
        && findStartOfOverlap(word, text, at, e -> e.isName() || e.type() == WordClass.SCOPE)
            .isPresent();
  }

  /**
   * Where a name or word starts that begins within a word and goes on behind it: 上年末结转和结余 is
   * 年末结转和结余 of last year.
   */
  private OptionalInt findStartOfOverlap(
      WordTrie.Match<Lexicon.LexiconEntry> word,
      String text,
      int at,
      Predicate<Lexicon.LexiconEntry> kind) {
    return IntStream.range(at + 1, word.end())
        .filter(
            start -> {
              WordTrie.Match<Lexicon.LexiconEntry> longer = wordAt(text, start);
              return longer != null && kind.test(longer.value()) && longer.end() > word.end();
            })
        .findFirst();
  }

  /** The longest word or name at an offset, or null. */
  private WordTrie.@Nullable Match<Lexicon.LexiconEntry> wordAt(String text, int at) {
    return lexicon
        .words()
        .findLongestMatch(text, at, Math.min(text.length(), at + MAX_WORD_LENGTH));
  }

  /**
   * Whether a number is the beginning of a name, in quotation marks or after a punctuation mark:
   * “985”工程专项, 12355服务台运转经费, 2号教学楼维修.
   */
  private boolean startsName(FoldedText foldedText, ProseToken.Numeral number) {
    int start = number.start();
    int end = number.end();
    Matcher name =
        NUMBER_IN_NAME.matcher(foldedText.text()).region(start, end).useTransparentBounds(true);
    return (foldedText.endsQuotation(start)
            && foldedText.endsQuotation(start + number.printed().length()))
        || (name.lookingAt()
            && name.end() == end
            && !foldedText.hasGapBefore(end)
            && wordAt(foldedText.text(), end) == null);
  }

  private @Nullable ProseToken nextToken(
      FoldedText foldedText,
      int at,
      List<ProseToken> before,
      boolean isAfterText,
      FunctionalItemScanner itemScanner) {
    String text = foldedText.text();
    if (mayStartListMark(foldedText, at, before, isAfterText)) {
      ProseToken listMark = ListMarkScanner.scan(text, at, i -> itemScanner.itemAt(i) != null);
      if (listMark != null) {
        return listMark;
      }
    }
    ProseToken item = itemScanner.itemAt(at);
    if (item != null) {
      return item;
    }
    ProseToken.Time time = TimeScanner.scan(text, at);
    if (time != null) {
      return withoutStartOfName(time, text);
    }
    WordTrie.Match<Lexicon.LexiconEntry> word = wordAt(text, at);
    ProseToken.Numeral number = numberScanner.scan(text, at);
    if (number != null && (word == null || number.end() >= word.end())) {
      return startsName(foldedText, number) ? null : number;
    }
    if (word != null
        && (isPlainText(word, text)
            || overlapsName(word, text, at)
            || (isAfterText && endsQuotedName(foldedText, word)))) {
      return null;
    }
    if (word != null && word.value().value().equals(BEFORE_RATE)) {
      return new ProseToken.Word(at, word.end(), word.value().type(), "-");
    }
    if (word != null && word.value().value().equals(LISTED)) {
      boolean first = !isAfterText && (foldedText.startsLine(at) || isAfterMark(before));
      return new ProseToken.Word(at, word.end(), first ? WordClass.VERB : word.value().type(), "-");
    }
    if (word != null && word.value().type() == WordClass.YEAR) {
      int end = findStartOfOverlap(word, text, at, Lexicon.LexiconEntry::isName).orElse(word.end());
      return new ProseToken.Word(at, end, WordClass.YEAR, word.value().value());
    }
    if (word != null && word.value().type() == WordClass.ADD && isNameAt(text, at + 1)) {
      return new ProseToken.Word(at, at + 1, WordClass.ADD, word.value().value());
    }
    if (word != null && word.value().value().equals("number")) {
      if (word.end() < text.length() && Character.isDigit(text.charAt(word.end()))) {
        return new ProseToken.Word(at, word.end(), word.value().type(), "-");
      }
      // 减 before a name subtracts the amount of that account: 减上解支出11.40亿元.
      return word.value().type() == WordClass.DOWN && isNameAt(text, word.end())
          ? new ProseToken.Word(at, word.end(), WordClass.ADD, ProseToken.Word.SUBTRACTED_AMOUNT)
          : null;
    }
    if (word != null) {
      return word.value().isName()
          ? new ProseToken.Name(at, word.end())
          : new ProseToken.Word(at, word.end(), word.value().type(), word.value().value());
    }
    return readMarkOrBlankAmount(foldedText, at);
  }

  /** A time without 年末 if a name starts with that word: 2020年末结转和结余 is 年末结转和结余 of 2020. */
  private ProseToken.Time withoutStartOfName(ProseToken.Time time, String text) {
    int unit = time.start() + YEAR_DIGITS;
    if (time.end() <= unit + 1 || time.years().size() != 1 || text.charAt(unit) != '年') {
      return time;
    }
    WordTrie.Match<Lexicon.LexiconEntry> name = wordAt(text, unit);
    return name != null && name.value().isName() && name.end() > time.end()
        ? new ProseToken.Time(time.start(), unit, time.years(), "")
        : time;
  }

  /** Whether a name starts at an offset: 加上级补助收入 is 加 and 上级补助收入, not 加上 and 级补助收入. */
  private boolean isNameAt(String text, int at) {
    WordTrie.Match<Lexicon.LexiconEntry> name = wordAt(text, at);
    return name != null && name.value().isName();
  }

  /**
   * Whether a list mark may occur here: at the beginning of a line, after a punctuation mark other
   * than 、 and brackets, or, as 7. in 占0.58%7.其他收入, after a number with a unit or an item of the
   * classification.
   */
  private static boolean mayStartListMark(
      FoldedText foldedText, int at, List<ProseToken> before, boolean isAfterText) {
    if (at == 0 || foldedText.startsLine(at)) {
      return true;
    }
    boolean afterAmount =
        !before.isEmpty()
            && before.getLast() instanceof ProseToken.Numeral number
            && number.measure() != Quantity.Measure.BARE;
    boolean afterItem = !before.isEmpty() && before.getLast() instanceof ProseToken.Item;
    if (!isAfterText && (afterAmount || afterItem)) {
      // The number of an item may follow an amount or item without a mark: 占0.58%7.其他收入,
      // 交通运输支出(类)1.公路水路运输(款).
      return ListMarkScanner.startsWithItemNumber(foldedText.text(), at);
    }
    return !isAfterText && isAfterMark(before);
  }

  /** Whether the last token is a punctuation mark other than 、 and brackets. */
  private static boolean isAfterMark(List<ProseToken> before) {
    return !before.isEmpty()
        && before.getLast() instanceof ProseToken.Mark mark
        && mark.mark() != '、'
        && mark.mark() != '('
        && mark.mark() != ')';
  }

  private static @Nullable ProseToken readMarkOrBlankAmount(FoldedText foldedText, int at) {
    String text = foldedText.text();
    char c = text.charAt(at);
    if ("，；。：、()".indexOf(c) >= 0) {
      return new ProseToken.Mark(at, at + 1, c);
    }
    if (text.startsWith(DASH, at)
        && ListMarkScanner.startsWithItemNumber(text, at + DASH.length())) {
      // A dash before the first item of a list stands for a colon: 收入方面——1、财政拨款收入.
      return new ProseToken.Mark(at, at + DASH.length(), '：');
    }
    boolean blank =
        foldedText.hasGapBefore(at) || (at > 0 && "为出是计".indexOf(text.charAt(at - 1)) >= 0);
    for (String unit : List.of("万元", "亿元", "元")) {
      if (blank && text.startsWith(unit, at)) {
        return new ProseToken.BlankAmount(at, at + unit.length());
      }
    }
    return null;
  }
}
