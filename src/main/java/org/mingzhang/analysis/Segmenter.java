package org.mingzhang.analysis;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Word segmentation by HanLP's Viterbi segmenter , with the words of {@link Vocabulary} and without
 * named entity recognition.
 *
 * <p>Input must be folded by {@code SearchNormalizer}, because HanLP does not handle full-width
 * forms and traditional characters. Thread-safe. The first instance loads HanLP's dictionaries,
 * which takes about 0.6 s.
 */
public final class Segmenter {
  private static final String NOUN_TAG_AND_FREQUENCY = "nz 1000";

  private final Segment hanLpSegment;
  private final Set<String> stopWords;

  private Segmenter(boolean indexMode) {
    DynamicCustomDictionary words = new DynamicCustomDictionary();
    Vocabulary.words().forEach(word -> words.insert(word, NOUN_TAG_AND_FREQUENCY));
    WordListReader.read("folded-words.txt")
        .forEach(word -> words.insert(word, NOUN_TAG_AND_FREQUENCY));
    Segment viterbi =
        new ViterbiSegment()
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false)
            .enableCustomDictionary(words)
            .enableCustomDictionaryForcing(true)
            .enableOffset(true);
    this.hanLpSegment = indexMode ? viterbi.enableIndexMode(true) : viterbi;
    this.stopWords = Set.copyOf(WordListReader.read("stopwords.txt"));
  }

  /** A segmenter for indexing: emits words and the shorter words within long ones. */
  public static Segmenter forIndexing() {
    return new Segmenter(true);
  }

  /** A segmenter for queries: emits words without the shorter words within them. */
  public static Segmenter forQueries() {
    return new Segmenter(false);
  }

  /**
   * A word of a text.
   *
   * @param offset offset of its first character in UTF-16 units
   * @param length length in UTF-16 units
   */
  record Word(int offset, int length) {}

  /** The words of a text in order, without stop words and punctuation. */
  List<Word> segment(String text) {
    List<Word> words = new ArrayList<>();
    for (Term term : hanLpSegment.seg(text)) {
      if (!isStopWord(term.word)) {
        words.add(new Word(term.offset, term.word.length()));
      }
    }
    return List.copyOf(words);
  }

  private boolean isStopWord(String word) {
    return stopWords.contains(word) || !hasLetterOrDigit(word);
  }

  private static boolean hasLetterOrDigit(String word) {
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      if (Character.isLetterOrDigit(word.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
