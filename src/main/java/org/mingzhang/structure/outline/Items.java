package org.mingzhang.structure.outline;

import org.mingzhang.structure.outline.Title.Form;

/** Tells list items that deserve a link of their own from headings. */
final class Items {
  private Items() {}

  /**
   * Whether a heading is a list item: one numbered with digits below the second level, a term of
   * the glossary, or a named amount.
   */
  static boolean item(Candidate candidate, Frame frame) {
    NumeralStyle style = candidate.style();
    Form form = candidate.title().form();
    boolean glossary = frame.parent() != null && frame.parent().role() == Role.GLOSSARY;
    if (style == NumeralStyle.NONE || style.rank() < NumeralStyle.HAN.rank()) {
      return false;
    }
    if (form == Form.AMOUNT || form == Form.SUBJECT) {
      return true;
    }
    if (glossary) {
      return candidate.title().runIn() || style == NumeralStyle.DIGIT;
    }
    if (style == NumeralStyle.DIGIT_BRACKETS) {
      return candidate.place() == null && frame.style() == style;
    }
    boolean section =
        candidate.place() == StandardTitle.Place.SECTION
            || candidate.place() == StandardTitle.Place.PART;
    return style == NumeralStyle.DIGIT
        && !section
        && (frame.depth() > 2 || candidate.title().runIn());
  }
}
