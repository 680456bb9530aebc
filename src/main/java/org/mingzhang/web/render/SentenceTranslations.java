package org.mingzhang.web.render;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TsvResource;

/**
 * Chinese translations of English sentences in records and in the ledger. Each line of the table
 * has a pattern of the whole sentence and its Chinese with {@code {1}}, {@code {2}} for the groups.
 * A sentence that no pattern matches stays English.
 */
final class SentenceTranslations {
  /** Warnings of reading, as records keep them. */
  static final SentenceTranslations WARNINGS = new SentenceTranslations("warnings.tsv", 2);

  /** Why an address was not fetched or is gone, as the ledger keeps it. */
  static final SentenceTranslations REASONS = new SentenceTranslations("reasons.tsv", 3);

  /** A pattern of English sentences and the Chinese text for them. */
  private record Translation(Pattern sentence, String chinese) {}

  private final List<Translation> translations;

  private SentenceTranslations(String resource, int columns) {
    this.translations =
        TsvResource.readRows(SentenceTranslations.class, resource, columns).stream()
            .map(row -> new Translation(Pattern.compile(row.get(0)), row.get(1)))
            .toList();
  }

  /**
   * Translates a sentence to Chinese; returns the sentence itself if the table does not have it.
   */
  String findChinese(String sentence) {
    for (Translation translation : translations) {
      Matcher matcher = translation.sentence().matcher(sentence);
      if (matcher.matches()) {
        String chinese = translation.chinese();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          chinese = chinese.replace("{" + i + "}", findChinese(String.valueOf(matcher.group(i))));
        }
        return chinese;
      }
    }
    return sentence;
  }
}
