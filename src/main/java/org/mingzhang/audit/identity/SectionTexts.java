package org.mingzhang.audit.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.LongTextSplitter;
import org.mingzhang.text.PatternTable;

/** The texts of a document's sections, from which the words at a span are quoted. */
final class SectionTexts {
  private static final String CLAUSE_STOPS = "，,。；;：:\n";

  /** Maximum number of characters searched beside an amount or at the end of a text. */
  private static final int MAX_SEARCH_DISTANCE = 40;

  /** Maximum number of characters of the words on the last item of a list and its reasons. */
  private static final int MAX_LENGTH_OF_LAST_ITEM = 300;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(SectionTexts.class);
  private static final Pattern NUMBERED_ITEM =
      Pattern.compile("\\n[ 　]*(?:\\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[、）)])(?!\\d)");
  private static final Pattern UNFINISHED_END = PATTERNS.get("unfinished-end");
  private static final Pattern WORDS_FOR_MORE_PARTS = PATTERNS.get("more-parts");
  private static final Pattern REMAINDER_ITEM = PATTERNS.get("remainder-item");
  private static final Pattern REMAINDER_WITHOUT_AMOUNT = PATTERNS.get("remainder-without-amount");
  private static final Pattern CLOSING_FORM_PHRASE = PATTERNS.get("closing-form-phrase");

  private static final CachedText NO_TEXT = new CachedText("");

  private final Map<String, CachedText> textByPath = new HashMap<>();

  private final Set<String> sectionsWithSubsections = new HashSet<>();

  SectionTexts(List<Section> sections) {
    for (Section section : sections) {
      textByPath.put(section.path(), new CachedText(section.text()));
      sectionsWithSubsections.add(Section.parentOf(section.path()));
    }
  }

  /** A section's text with values derived from it, each computed once. */
  private static final class CachedText {
    private final String text;
    private final int lastStop;
    private final boolean truncated;
    private final int[] lineBreakOffsets;

    CachedText(String text) {
      this.text = text;
      lastStop = text.lastIndexOf('。');
      String end = text.stripTrailing();
      end = end.substring(Math.max(0, end.length() - MAX_SEARCH_DISTANCE));
      truncated = UNFINISHED_END.matcher(end).find();
      lineBreakOffsets =
          IntStream.iterate(text.indexOf('\n', 0), i -> i >= 0, i -> text.indexOf('\n', i + 1))
              .toArray();
    }
  }

  private CachedText cachedText(Span span) {
    return textByPath.getOrDefault(span.sectionPath(), NO_TEXT);
  }

  private String sectionText(Span span) {
    return cachedText(span).text;
  }

  /**
   * Whether a list may have further parts: its words say so (主要, 等), the text breaks off after a
   * comma or the name of a part, or the section has subsections, in which a numbered list may
   * continue.
   */
  boolean mayHaveFurtherParts(ItemList list) {
    CachedText cachedText = cachedText(list.span());
    return (cachedText.truncated && cachedText.lastStop < list.span().end())
        || WORDS_FOR_MORE_PARTS.matcher(toLocation(list.span()).quote()).find()
        || (list.introduction() == ListIntroduction.NUMBERED
            && sectionsWithSubsections.contains(list.span().sectionPath()));
  }

  /**
   * Whether a list is followed by a remainder without an amount, as in 其余由事业收入解决, or, if it is
   * numbered, by an item for the unnamed rest (其余23个科目合计2961.16万元).
   */
  boolean isFollowedByRemainder(ItemList list) {
    String text = sectionText(list.span());
    int start = Math.clamp(list.span().end(), 0, text.length());
    int end = Math.min(text.length(), start + MAX_SEARCH_DISTANCE);
    int itemEnd = Math.min(text.length(), start + MAX_LENGTH_OF_LAST_ITEM);
    return REMAINDER_WITHOUT_AMOUNT.matcher(text).region(start, end).lookingAt()
        || (list.introduction() == ListIntroduction.NUMBERED
            && REMAINDER_ITEM.matcher(text).region(start, itemEnd).find());
  }

  /**
   * Whether a list counts as closed only because of the phrase 主要用于以下方面 of the official form, with
   * no other word in it that announces further parts.
   */
  boolean isClosedByFormPhrase(ItemList list) {
    String quote = toLocation(list.span()).quote();
    return list.closure() == Closure.CLOSED
        && CLOSING_FORM_PHRASE.matcher(quote).find()
        && !WORDS_FOR_MORE_PARTS
            .matcher(CLOSING_FORM_PHRASE.matcher(quote).replaceFirst(""))
            .find();
  }

  /**
   * Whether two spans are in one section with no 。 between them, at most {@link
   * LongTextSplitter#MAX_PIECE_LENGTH} characters apart.
   */
  boolean areInOneSentence(Span one, Span other) {
    String text = sectionText(one);
    int from = Math.clamp(Math.min(one.end(), other.end()), 0, text.length());
    int to = Math.clamp(Math.max(one.start(), other.start()), from, text.length());
    return one.sectionPath().equals(other.sectionPath())
        && to - from <= LongTextSplitter.MAX_PIECE_LENGTH
        && text.indexOf('。', from, to) < 0;
  }

  /**
   * Extends a clause backward to the beginning of the clause of an earlier number, so that a quote
   * shows both; returns the clause unchanged if the number is not in the same sentence before it.
   */
  Span extendToClauseOf(Span number, Span later) {
    if (number.start() > later.start() || !areInOneSentence(number, later)) {
      return later;
    }
    String text = sectionText(number);
    int start = Math.clamp(number.start(), 0, text.length());
    while (start > 0 && !isClauseStop(text, start - 1)) {
      start--;
    }
    return new Span(number.sectionPath(), number.page(), start, later.end());
  }

  /** Whether a clause ends with a character; a comma before a digit separates thousands. */
  private static boolean isClauseStop(String text, int at) {
    char character = text.charAt(at);
    return CLAUSE_STOPS.indexOf(character) >= 0
        && (character != ',' || !Character.isDigit(text.charAt(at + 1)));
  }

  /**
   * Extends a clause to the end of its sentence, and over the following sentence if that gives the
   * reason.
   */
  Span extendToSentenceEndAndReason(Span clause) {
    String text = sectionText(clause);
    int end = sentenceEnd(clause);
    boolean reason = text.startsWith("主要原因", end);
    return new Span(
        clause.sectionPath(), clause.page(), clause.start(), reason ? sentenceEnd(text, end) : end);
  }

  /**
   * The offset after the sentence that contains the last character of a span, or {@link
   * LongTextSplitter#MAX_PIECE_LENGTH} characters after that character if the sentence is longer.
   */
  int sentenceEnd(Span span) {
    String text = sectionText(span);
    return sentenceEnd(text, Math.clamp(span.end() - 1L, 0, text.length()));
  }

  private static int sentenceEnd(String text, int from) {
    int end = Math.min(text.length(), from + LongTextSplitter.MAX_PIECE_LENGTH);
    int stop = text.indexOf('。', from, end);
    return stop < 0 ? end : stop + 1;
  }

  /**
   * The words after a span, up to the end of its sentence and at most {@link #MAX_SEARCH_DISTANCE}
   * characters.
   */
  String textAfter(Span span) {
    String text = sectionText(span);
    int from = Math.clamp(span.end(), 0, text.length());
    String near = text.substring(from, Math.min(text.length(), from + MAX_SEARCH_DISTANCE));
    return near.split("[。\n]", 2)[0];
  }

  /**
   * The words before a span, without white space, at most {@link #MAX_SEARCH_DISTANCE} characters.
   */
  String textBefore(Span span) {
    String text = sectionText(span);
    int to = Math.clamp(span.start(), 0, text.length());
    return CompactText.compact(text.substring(Math.max(0, to - MAX_SEARCH_DISTANCE), to)).text();
  }

  /** Offset of the line break before the paragraph of a span; negative in the first paragraph. */
  int paragraphStart(Span span) {
    int[] breaks = cachedText(span).lineBreakOffsets;
    int found = Arrays.binarySearch(breaks, Math.max(0, span.start()));
    int before = found >= 0 ? found : -found - 2;
    return before < 0 ? -1 : breaks[before];
  }

  /**
   * The words between two spans of one section; empty if the second begins before the first ends.
   */
  String textBetween(Span before, Span after) {
    String text = sectionText(before);
    int from = Math.clamp(before.end(), 0, text.length());
    return text.substring(from, Math.clamp(after.start(), from, text.length()));
  }

  /**
   * Location that quotes the words of a span; a span that begins in a heading is quoted from the
   * beginning of the text.
   */
  QuoteLocation toLocation(Span span) {
    String text = sectionText(span);
    int start = Math.clamp(span.start(), 0, text.length());
    int end = Math.clamp(span.end(), start, text.length());
    return new QuoteLocation(span.sectionPath(), span.page(), text.substring(start, end).strip());
  }

  /**
   * Whether a numbered item between the first and the last part has no part of its own:
   * 1.…减少5.42万元。 2.…支出14.28万元，其中：…减少2.07万元。3.…减少1.36万元.
   */
  boolean hasNumberedItemWithoutPart(ItemList list) {
    String between =
        textBetween(
            list.parts().getFirst().statement().span(), list.parts().getLast().statement().span());
    return NUMBERED_ITEM.matcher(between).results().count() >= list.parts().size();
  }
}
