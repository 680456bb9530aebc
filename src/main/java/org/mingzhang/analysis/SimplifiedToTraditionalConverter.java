package org.mingzhang.analysis;

import com.hankcs.hanlp.HanLP;

/**
 * Conversion of simplified to traditional characters for display. Characters with several
 * traditional forms are converted according to the word that contains them (发展 發展, 头发 頭髮); words
 * are not replaced by those used in regions with traditional characters. The first call loads
 * HanLP's table, which takes about 0.5 s.
 */
public final class SimplifiedToTraditionalConverter {
  private SimplifiedToTraditionalConverter() {}

  /** The text in traditional characters, with common variants in place of HanLP's rare ones. */
  public static String convert(String text) {
    return HanLP.convertToTraditionalChinese(text)
        .replace('爲', '為')
        .replace('裏', '裡')
        .replace('覈', '核');
  }
}
