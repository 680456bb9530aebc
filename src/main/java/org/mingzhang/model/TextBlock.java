package org.mingzhang.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line or paragraph of text of the original.
 *
 * @param page 1-based page
 * @param text the text without line breaks, with the automatic numbering of the word processor
 * @param kind whether the text is a whole paragraph or one visual line, which the next block may
 *     continue
 * @param outlineLevel level that the original declares (Word outline level, HTML h1–h6), 1-based; 0
 *     if it declares none
 * @param isContentsEntry whether the original declares the block as part of a table of contents
 * @param layout position on the page, or null if the format has none
 * @param emphasis bold type and alignment of a paragraph in a format without pages
 * @param indent number of blanks before the text on its line in plain text; 0 in other formats
 */
public record TextBlock(
    int page,
    String text,
    Kind kind,
    int outlineLevel,
    boolean isContentsEntry,
    @Nullable Layout layout,
    Emphasis emphasis,
    int indent)
    implements Block {

  /** Checks that text, kind and emphasis are given. */
  public TextBlock {
    Objects.requireNonNull(text);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(emphasis);
  }

  /** Creates a block without indent. */
  public TextBlock(
      int page,
      String text,
      Kind kind,
      int outlineLevel,
      boolean contents,
      @Nullable Layout layout,
      Emphasis emphasis) {
    this(page, text, kind, outlineLevel, contents, layout, emphasis, 0);
  }

  /** Creates a block without emphasis. */
  public TextBlock(
      int page,
      String text,
      Kind kind,
      int outlineLevel,
      boolean contents,
      @Nullable Layout layout) {
    this(page, text, kind, outlineLevel, contents, layout, Emphasis.PLAIN);
  }

  /** A whole paragraph without declared level and layout. */
  public static TextBlock paragraph(int page, String text) {
    return new TextBlock(page, text, Kind.PARAGRAPH, 0, false, null);
  }

  /** One visual line without layout, as in a plain text file. */
  public static TextBlock line(int page, String text) {
    return new TextBlock(page, text, Kind.LINE, 0, false, null);
  }

  /** A copy with another text. */
  public TextBlock withText(String newText) {
    return new TextBlock(
        page, newText, kind, outlineLevel, isContentsEntry, layout, emphasis, indent);
  }

  /** A copy with another number of blanks before the text. */
  public TextBlock withIndent(int blanks) {
    return new TextBlock(page, text, kind, outlineLevel, isContentsEntry, layout, emphasis, blanks);
  }

  /** A copy with another text, as a whole paragraph and without indent. */
  public TextBlock asParagraph(String newText) {
    return new TextBlock(
        page, newText, Kind.PARAGRAPH, outlineLevel, isContentsEntry, layout, emphasis);
  }

  /**
   * Emphasis of a paragraph in a format without pages.
   *
   * @param bold whether all of it is bold
   * @param centered whether it is centered
   */
  public record Emphasis(boolean bold, boolean centered) {
    /** The emphasis of body text. */
    public static final Emphasis PLAIN = new Emphasis(false, false);
  }

  /** Whether a block is a line or a paragraph. */
  public enum Kind {
    /** One visual line, whose paragraph the next block may continue, even on the next page. */
    LINE,
    /** A whole paragraph. */
    PARAGRAPH
  }

  /**
   * Position of a line on its page, in points (1/72 inch) from the upper left corner.
   *
   * @param left left edge of the first glyph
   * @param top upper edge
   * @param right right edge of the last glyph
   * @param bottom lower edge
   * @param fontSize size of most glyphs
   * @param bold whether most glyphs are bold
   * @param pageWidth width of the page as shown
   * @param pageHeight height of the page as shown
   * @param words the parts of the text that white space as wide as between columns separates; empty
   *     if there is no such white space
   */
  public record Layout(
      float left,
      float top,
      float right,
      float bottom,
      float fontSize,
      boolean bold,
      float pageWidth,
      float pageHeight,
      List<PlacedWord> words) {
    /** Makes an immutable copy of the words. */
    public Layout {
      words = List.copyOf(words);
    }

    /** The position of a line whose words are not known. */
    public Layout(
        float left,
        float top,
        float right,
        float bottom,
        float fontSize,
        boolean bold,
        float pageWidth,
        float pageHeight) {
      this(left, top, right, bottom, fontSize, bold, pageWidth, pageHeight, List.of());
    }
  }

  /**
   * A part of a line and its position on the page.
   *
   * @param from index of its first character in the text of the line
   * @param to index after its last character
   * @param left left edge, in points
   * @param right right edge, in points
   */
  public record PlacedWord(int from, int to, float left, float right) {}
}
