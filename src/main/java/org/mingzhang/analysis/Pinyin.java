package org.mingzhang.analysis;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingzhang.text.SearchNormalizer;

/**
 * Pinyin of Chinese text without tones and in lower-case ASCII, for suggestions and permalinks.
 *
 * <p>Polyphonic characters are read according to the word that contains them (重庆 chongqing). ASCII
 * letters and digits are kept, other characters left out. The first call loads HanLP's table, which
 * takes about 0.2 s.
 */
public final class Pinyin {
  private Pinyin() {}

  /** Initial letters of the syllables: {@code sgjf} for {@code 三公经费}. */
  public static String initials(String text) {
    StringBuilder letters = new StringBuilder();
    for (String syllable : syllables(text)) {
      letters.append(syllable.charAt(0));
    }
    return letters.toString();
  }

  /** All syllables joined: {@code sangongjingfei} for {@code 三公经费}. */
  public static String full(String text) {
    return String.join("", syllables(text));
  }

  /**
   * The syllables in order, without tones and with v for ü; each ASCII letter or digit is a
   * syllable of its own, and other characters without a reading are omitted.
   */
  public static List<String> syllables(String text) {
    String folded = SearchNormalizer.fold(text);
    List<com.hankcs.hanlp.dictionary.py.Pinyin> read = HanLP.convertToPinyinList(folded);
    List<String> syllables = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      char c = folded.charAt(i);
      com.hankcs.hanlp.dictionary.py.Pinyin pinyin = read.get(i);
      if (c < 0x80 && Character.isLetterOrDigit(c)) {
        syllables.add(String.valueOf(c));
      } else if (pinyin != com.hankcs.hanlp.dictionary.py.Pinyin.none5) {
        syllables.add(pinyin.getPinyinWithoutTone().toLowerCase(Locale.ROOT).replace('ü', 'v'));
      }
    }
    return syllables;
  }
}
