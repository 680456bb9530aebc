package org.mingzhang.web.render;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TsvResource;

/**
 * Chinese translations of English sentences in records and in the ledger. Each line of the table
 * has a pattern for the whole sentence and its Chinese translation, in which {@code {1}}, {@code
 * {2}} stand for the groups of the pattern; the groups are translated by the same table. A sentence
 * that matches no pattern is not translated.
 */
final class SentenceTranslations {
  /** Translations of warnings from reading documents, as stored in records. */
  static final SentenceTranslations WARNINGS = new SentenceTranslations("warnings.tsv", 2);

  /**
   * Translations of the reasons, as stored in the ledger, why an address was not fetched or is
   * gone.
   */
  static final SentenceTranslations REASONS = new SentenceTranslations("reasons.tsv", 3);

  /** A pattern of English sentences, and their Chinese translation. */
  private record Translation(Pattern sentence, String chinese) {}

  private final List<Translation> translations;

  private SentenceTranslations(String resource, int columnCount) {
    this.translations =
        TsvResource.readRows(SentenceTranslations.class, resource, columnCount).stream()
            .map(row -> new Translation(Pattern.compile(row.get(0)), row.get(1)))
            .toList();
  }

  /**
   * Translates a sentence to Chinese. Returns the sentence itself if the table has no pattern for
   * it.
   */
  String translate(String sentence) {
    for (Translation translation : translations) {
      Matcher matcher = translation.sentence().matcher(sentence);
      if (matcher.matches()) {
        String chinese = translation.chinese();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          chinese = chinese.replace("{" + i + "}", translate(String.valueOf(matcher.group(i))));
        }
        return chinese;
      }
    }
    return sentence;
  }
}
