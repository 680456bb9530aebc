package org.mingzhang.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What one code point becomes when texts are compared: its NFKC form, simplified, in lower case;
 * nothing for white space, invisible characters and quotation marks.
 *
 * <p>It looks at one code point at a time, so that a part of a text always folds to a part of the
 * folded text. The table of the basic plane is made once, when the class is loaded.
 */
final class CharacterFolding {
  /** Answer of {@link #single} for a code point that is dropped. */
  static final char NOTHING = 0;

  /** Answer of {@link #single} for a code point that becomes more than one UTF-16 unit. */
  static final char SEVERAL = '\uFFFF';

  /** Quotation marks; book-title marks 《》〈〉 are part of a name and stay. */
  private static final String QUOTES = "\"'“”‘’„‟‚‛「」『』〝〞〟";

  private static final char REPLACEMENT = '\uFFFD';
  private static final CharacterFolding INSTANCE = new CharacterFolding();

  private final Map<Integer, String> simplified = readSimplified();
  private final char[] table = new char[Character.MAX_VALUE + 1];

  private CharacterFolding() {
    for (int c = 0; c < table.length; c++) {
      String folded = Character.isSurrogate((char) c) ? String.valueOf(REPLACEMENT) : compute(c);
      table[c] =
          switch (folded.length()) {
            case 0 -> NOTHING;
            case 1 -> folded.charAt(0);
            default -> SEVERAL;
          };
    }
  }

  /** The one UTF-16 unit a basic-plane code point becomes, {@link #NOTHING} or {@link #SEVERAL}. */
  static char single(char c) {
    return INSTANCE.table[c];
  }

  /** What any code point becomes; an unpaired surrogate becomes U+FFFD. */
  static String several(int codePoint) {
    return Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)
        ? String.valueOf(REPLACEMENT)
        : INSTANCE.compute(codePoint);
  }

  private String compute(int codePoint) {
    if (dropped(codePoint)) {
      return "";
    }
    String raw = Character.toString(codePoint);
    if (itsOwnNormalForm(codePoint)) {
      return simplified.getOrDefault(codePoint, raw);
    }
    String wide = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(2);
    for (int i = 0; i < wide.length(); i += Character.charCount(wide.codePointAt(i))) {
      int c = wide.codePointAt(i);
      if (!dropped(c)) {
        String simple = simplified.get(c);
        folded.append(simple == null ? Character.toString(Character.toLowerCase(c)) : simple);
      }
    }
    return folded.toString();
  }

  /** Ideographs, syllables of Hangul and private use: no case, no compatibility form. */
  static boolean itsOwnNormalForm(int c) {
    return (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xE000 && c <= 0xF8FF);
  }

  private static boolean dropped(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || QUOTES.indexOf(c) >= 0
        || c == 0xFFFF;
  }

  private static Map<Integer, String> readSimplified() {
    Map<Integer, String> table = new HashMap<>(8192);
    try (InputStream in = CharacterFolding.class.getResourceAsStream("simplified.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "simplified.txt is missing beside " + CharacterFolding.class);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isEmpty()) {
          int from = line.codePointAt(0);
          table.put(from, line.substring(Character.charCount(from)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // 薴 becomes 苧, which itself becomes 苎: all three are one
    table.replaceAll((from, to) -> to.isEmpty() ? to : table.getOrDefault(to.codePointAt(0), to));
    return table;
  }
}
