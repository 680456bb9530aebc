package org.mingzhang.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Replaces radicals by the ideographs that look the same. Fonts share glyphs between radicals and
 * ideographs, so that the text of a PDF can have ⻔ where the reader sees 门. Kangxi radicals (U+2F00
 * to U+2FD5) and compatibility ideographs fold by NFKC; the radicals supplement (U+2E80 to U+2EF3)
 * does not, and is folded by Unicode's EquivalentUnifiedIdeograph property.
 */
public final class RadicalFolding {
  private static final String RADICALS =
      "⺁⺅⺆⺈⺉⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺗⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺱⺲⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";

  private static final String IDEOGRAPHS =
      "厂亻冂𠂊刂㔾小小兀尣尢𡯂巳幺彑彐㣺攵旡日月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹罓罒网羊羊羊耂肀聿⺼臼艹艹艹虎衤覀西见角角讠贝𧾷车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

  private static final Map<Integer, String> IDEOGRAPH_BY_RADICAL = readTable();

  private RadicalFolding() {}

  private static Map<Integer, String> readTable() {
    int[] radicals = RADICALS.codePoints().toArray();
    int[] ideographs = IDEOGRAPHS.codePoints().toArray();
    Map<Integer, String> table = new HashMap<>();
    for (int i = 0; i < radicals.length; i++) {
      table.put(radicals[i], Character.toString(ideographs[i]));
    }
    table.put(0x2F3E, "户"); // NFKC gives 戶, a form not used in mainland China
    return table;
  }

  /** The text with radicals and compatibility ideographs replaced; all else is unchanged. */
  public static String fold(String text) {
    if (text.codePoints().noneMatch(RadicalFolding::needsFolding)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              String same = IDEOGRAPH_BY_RADICAL.get(c);
              if (same != null) {
                folded.append(same);
              } else if (needsFolding(c)) {
                folded.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
              } else {
                folded.appendCodePoint(c);
              }
            });
    return folded.toString();
  }

  private static boolean needsFolding(int c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF);
  }
}
