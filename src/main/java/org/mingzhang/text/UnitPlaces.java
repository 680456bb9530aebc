package org.mingzhang.text;

/**
 * The positions of units of money in a text, by the kind of text before them. One scan decides
 * whether it is worthwhile to search for amounts in Chinese numerals and for blanks, which few
 * texts contain.
 *
 * @param any whether the text has a unit of money
 * @param behindNumeral whether a Chinese numeral precedes one
 * @param behindBlank whether a word or sign that may precede a blank is before one
 */
record UnitPlaces(boolean any, boolean behindNumeral, boolean behindBlank) {
  /** Last characters of words that precede an amount, for use in a character class. */
  static final String BEFORE_BLANK = "为出入加少算余金费计数额是共";

  /** Characters that fill a blank. */
  static final String FILL = "_＿×Xx*＊";

  private static final String NUMERALS = "〇零一二三四五六七八九十百千两";
  private static final String TIMES = "千万亿百";

  static UnitPlaces scan(String text) {
    boolean numeral = false;
    boolean blank = false;
    int place = text.indexOf('元');
    boolean any = place >= 0 || text.indexOf('万') >= 0 || text.indexOf('亿') >= 0;
    for (; place >= 0 && !(numeral && blank); place = text.indexOf('元', place + 1)) {
      int before = place - 1;
      for (; before >= 0 && TIMES.indexOf(text.charAt(before)) >= 0; before--) {
        numeral |= NUMERALS.indexOf(text.charAt(before)) >= 0;
        blank |= mayBeBlank(text, before);
      }
      numeral |= before >= 0 && NUMERALS.indexOf(text.charAt(before)) >= 0;
      blank |= mayBeBlank(text, before);
    }
    return new UnitPlaces(any, numeral, blank);
  }

  private static boolean mayBeBlank(String text, int before) {
    return before >= 0
        && (BEFORE_BLANK.indexOf(text.charAt(before)) >= 0
            || FILL.indexOf(text.charAt(before)) >= 0);
  }
}
