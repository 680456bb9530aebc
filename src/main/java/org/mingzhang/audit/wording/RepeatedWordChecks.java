package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Reports words that occur twice although the second occurrence should differ: a paragraph, the
 * purpose of an item, or the name of an item in a glossary.
 */
public final class RepeatedWordChecks {
  private static final int MIN_PARAGRAPH_LENGTH = 40;
  private static final Pattern SENTENCE_STOP = Pattern.compile("[。；]");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedWordChecks.class);
  private static final PrefilteredPattern EXPLAINED_ITEM = PATTERNS.getPrefiltered("explained");
  private static final PrefilteredPattern ITEM_WITH_PURPOSE =
      PATTERNS.getPrefiltered("item-with-purpose");

  private RepeatedWordChecks() {}

  /**
   * Reports a long paragraph that occurs twice in one section. Repetitions in another section are
   * often intended.
   */
  public static List<CheckResult> checkParagraphs(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (CompactParagraph paragraph : document.paragraphs()) {
      String text = paragraph.unspacedText();
      if (text.length() >= MIN_PARAGRAPH_LENGTH
          && SENTENCE_STOP.matcher(text).find()
          && !known.add(paragraph.section().path() + "\n" + text)) {
        checks.add(
            FindingDraft.create("repeated-paragraph", paragraph, 0, text.length()).toResult());
      }
    }
    return checks;
  }

  /** The name of an item or its explanation, with its location. */
  private record LocatedWords(String words, QuoteLocation location) {}

  /** Reports a glossary that contains two different explanations of the same budget item. */
  public static List<CheckResult> checkExplanations(AuditedDocument document) {
    Map<String, LocatedWords> explained = new HashMap<>();
    Set<String> reported = new HashSet<>();
    List<CheckResult> checks = new ArrayList<>();
    document
        .findMatches(EXPLAINED_ITEM)
        .filter(m -> m.paragraph().topic() == Topic.GLOSSARY)
        .forEach(
            m -> {
              String name = m.group("name").replace("))", ")");
              LocatedWords own = new LocatedWords(m.group("means"), m.location());
              LocatedWords earlier = explained.putIfAbsent(name, own);
              if (earlier != null && !earlier.words().equals(own.words()) && reported.add(name)) {
                checks.add(
                    m.createDraft("glossary-repeat")
                        .setOtherLocation(earlier.location())
                        .toResult());
              }
            });
    return checks;
  }

  /**
   * Reports an item whose purpose was copied from another item: the purpose is the same, contains
   * the name of the other item, and has no two consecutive characters in common with the name of
   * this one, apart from general words such as 支出.
   */
  public static List<CheckResult> checkPurposes(AuditedDocument document) {
    Map<String, LocatedWords> byPurpose = new HashMap<>();
    List<CheckResult> checks = new ArrayList<>();
    document
        .findMatches(ITEM_WITH_PURPOSE)
        .forEach(
            m -> {
              String name = m.group("name");
              String purpose = m.group("purpose");
              MatchResult words = m.words();
              QuoteLocation quoteLocation =
                  FindingDraft.locationOf(m.paragraph(), words.start("name"), words.end("purpose"));
              LocatedWords earlier =
                  byPurpose.putIfAbsent(purpose, new LocatedWords(name, quoteLocation));
              if (earlier != null
                  && containsItemName(purpose, earlier.words())
                  && !shareCharacterPair(name, purpose)) {
                checks.add(
                    FindingDraft.create("copied-purpose", quoteLocation)
                        .setOtherLocation(earlier.location())
                        .toResult(name, earlier.words()));
              }
            });
    return checks;
  }

  private static boolean containsItemName(String purpose, String name) {
    return name.length() > 3 && purpose.contains(name.replaceFirst("支出$", ""));
  }

  private static boolean shareCharacterPair(String name, String purpose) {
    return IntStream.rangeClosed(0, name.length() - 2)
        .mapToObj(i -> name.substring(i, i + 2))
        .anyMatch(two -> purpose.contains(two) && !two.matches("支出|其他|事务|事业|单位|行政|机关"));
  }
}
