package org.mingzhang.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds single code points for text comparison: NFKC, simplified characters, lower case; white
 * space, invisible characters and quotation marks are dropped.
 *
 * <p>Some characters are folded together for search although they are both simplified characters (著
 * and 着), or both marks (〔 and [); {@link #simplifySingle} does not fold these.
 *
 * <p>Each code point is folded independently, so a part of a text always folds to a part of the
 * folded text. Foldings in the basic plane are kept once they have been computed.
 */
final class CharacterFolding {
  /** Result of {@link #foldSingle} for a code point that is dropped. */
  static final char DROPPED = 0;

  /** Result of {@link #foldSingle} for a code point that becomes more than one UTF-16 unit. */
  static final char SEVERAL_UNITS = '\uFFFF';

  /** Quotation marks, which are dropped; book-title marks 《》〈〉 are part of a name and are kept. */
  private static final String QUOTES = "\"'“”‘’„‟‚‛「」『』〝〞〟";

  /** A noncharacter, to which nothing folds, for a code unit whose folding is not computed yet. */
  private static final char NOT_COMPUTED = '\uFFFE';

  private static final char REPLACEMENT_CHARACTER = '\uFFFD';
  private static final CharacterFolding INSTANCE = new CharacterFolding();

  private final Map<Integer, String> simplifiedByTraditional = readPairs("simplified.txt");
  private final Map<Integer, String> searchVariants = readPairs("search-variants.txt");
  private final char[] foldings = new char[Character.MAX_VALUE + 1];

  private CharacterFolding() {
    Arrays.fill(foldings, NOT_COMPUTED);
  }

  /** The folding of a code unit, computed when it is first asked for. */
  private char computeFoldingOnce(char c) {
    char known = foldings[c];
    if (known == NOT_COMPUTED) {
      String folded = foldToSeveral(c);
      known =
          switch (folded.length()) {
            case 0 -> DROPPED;
            case 1 -> folded.charAt(0);
            default -> SEVERAL_UNITS;
          };
      foldings[c] = known;
    }
    return known;
  }

  /**
   * The UTF-16 unit that a basic-plane code point folds to, {@link #DROPPED} or {@link
   * #SEVERAL_UNITS}.
   */
  static char foldSingle(char c) {
    return INSTANCE.computeFoldingOnce(c);
  }

  /**
   * The UTF-16 unit of the simplified form of a basic-plane ideograph; otherwise as {@link
   * #foldSingle}.
   */
  static char simplifySingle(char c) {
    return INSTANCE.searchVariants.containsKey((int) c) ? c : INSTANCE.computeFoldingOnce(c);
  }

  /** The folded form of any code point; an unpaired surrogate becomes U+FFFD. */
  static String foldToSeveral(int codePoint) {
    return Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)
        ? String.valueOf(REPLACEMENT_CHARACTER)
        : INSTANCE.computeFolding(codePoint);
  }

  private String computeFolding(int codePoint) {
    if (isDropped(codePoint)) {
      return "";
    }
    String raw = Character.toString(codePoint);
    if (isNormalForm(codePoint)) {
      return toSearchVariant(simplifiedByTraditional.getOrDefault(codePoint, raw));
    }
    String wide = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(2);
    for (int i = 0; i < wide.length(); i += Character.charCount(wide.codePointAt(i))) {
      int c = wide.codePointAt(i);
      if (!isDropped(c)) {
        String simple = simplifiedByTraditional.get(c);
        folded.append(
            toSearchVariant(
                simple == null ? Character.toString(Character.toLowerCase(c)) : simple));
      }
    }
    return folded.toString();
  }

  private String toSearchVariant(String folded) {
    return folded.length() == 1
        ? searchVariants.getOrDefault((int) folded.charAt(0), folded)
        : folded;
  }

  /**
   * Whether a code point is in a block without case and compatibility forms: ideographs, Hangul
   * syllables, private use.
   */
  static boolean isNormalForm(int c) {
    return (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xE000 && c <= 0xF8FF);
  }

  private static boolean isDropped(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || QUOTES.indexOf(c) >= 0
        || c == 0xFFFF;
  }

  private static Map<Integer, String> readPairs(String resource) {
    Map<Integer, String> table = new HashMap<>(8192);
    for (List<String> row : TsvResource.readRows(CharacterFolding.class, resource, 1)) {
      int from = row.getFirst().codePointAt(0);
      table.put(from, row.getFirst().substring(Character.charCount(from)));
    }
    // 薴 maps to 苧, which itself maps to 苎
    table.replaceAll((from, to) -> to.isEmpty() ? to : table.getOrDefault(to.codePointAt(0), to));
    return table;
  }
}
