package org.mingzhang.analysis;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * HanLP's Viterbi segmentation with the field's own words, without recognition of names.
 *
 * <p>Expects text that {@code SearchNormalizer} has folded: HanLP knows neither full width nor
 * traditional characters. Safe on many threads; make it once, the first loads HanLP's dictionaries
 * (some 0.6 s).
 */
public final class Segmenter {
  private static final String NATURE = "nz 1000";

  private final Segment segment;
  private final Set<String> stopWords;

  private Segmenter(boolean parts) {
    DynamicCustomDictionary words = new DynamicCustomDictionary();
    Vocabulary.words().forEach(word -> words.insert(word, NATURE));
    Segment viterbi =
        new ViterbiSegment()
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false)
            .enableCustomDictionary(words)
            .enableCustomDictionaryForcing(true)
            .enableOffset(true);
    this.segment = parts ? viterbi.enableIndexMode(true) : viterbi;
    this.stopWords = Set.copyOf(ResourceLines.read("stopwords.txt"));
  }

  /** Words, and within long words the shorter ones they are made of: for what is indexed. */
  public static Segmenter forIndexing() {
    return new Segmenter(true);
  }

  /** Words alone: for what is asked. */
  public static Segmenter forQueries() {
    return new Segmenter(false);
  }

  /**
   * A word of a text.
   *
   * @param offset place of its first character
   * @param length UTF-16 units
   */
  record Word(int offset, int length) {}

  /** The words of a text that say something, in order; stop words and punctuation are left out. */
  List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (Term term : segment.seg(text)) {
      if (!isSilent(term.word)) {
        words.add(new Word(term.offset, term.word.length()));
      }
    }
    return List.copyOf(words);
  }

  /** Whether a word says nothing about what a text is about: a stop word or punctuation. */
  boolean isSilent(String word) {
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
