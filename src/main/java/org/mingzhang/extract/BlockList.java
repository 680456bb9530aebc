package org.mingzhang.extract;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * The blocks of a flowing document as they are read: counts pages by the breaks met and stops
 * taking text when the limit of characters is reached. Not thread-safe.
 */
public final class BlockList {
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final int maxCharacters;
  private long characters;
  private int page = 1;
  private boolean atPageStart = true;

  /** A list within limits. */
  public BlockList(ExtractionLimits limits) {
    this.maxCharacters = limits.maxCharacters();
  }

  /** A page break that the author set. */
  public void breakPage() {
    page++;
    atPageStart = true;
  }

  /** A page break that the word processor noted when it last showed the file. */
  public void noteRenderedBreak() {
    if (!atPageStart) {
      breakPage();
    }
  }

  /** Pages that began inside the block added last. */
  public void skipPages(int count) {
    page += count;
  }

  /** The current page, from 1. */
  public int page() {
    return page;
  }

  /**
   * Adds a paragraph; each of its lines is a block, blank lines are none. Runs of blanks count as
   * one, as on a page of HTML.
   */
  public void paragraph(String text, int outlineLevel, boolean contents) {
    paragraph(text, outlineLevel, contents, Emphasis.PLAIN);
  }

  /** Adds a paragraph that may be set off. */
  public void paragraph(String text, int outlineLevel, boolean contents, Emphasis emphasis) {
    for (String line : text.split("\n", -1)) {
      String single = line.replaceAll("[ \u00a0]{2,}", " ");
      text(single, TextBlock.Kind.PARAGRAPH, outlineLevel, contents, emphasis, 0);
    }
  }

  /** Adds one visual line. */
  public void line(String text) {
    text(text, TextBlock.Kind.LINE, 0, false, Emphasis.PLAIN, Characters.indent(text));
  }

  private void text(
      String text,
      TextBlock.Kind kind,
      int outlineLevel,
      boolean contents,
      Emphasis emphasis,
      int indent) {
    String clean = fitting(Characters.oneLine(text));
    if (!clean.isEmpty() && count(clean.length())) {
      blocks.add(new TextBlock(page, clean, kind, outlineLevel, contents, null, emphasis, indent));
      atPageStart = false;
    }
  }

  /** Adds a table that starts on a page; one without text is none. */
  public void table(TableGrid grid, int startPage) {
    long length = grid.cells().stream().mapToLong(c -> c.text().length()).sum();
    grid.toBlock(startPage)
        .ifPresent(
            block -> {
              if (count(length)) {
                blocks.add(block);
                atPageStart = false;
              }
            });
  }

  /** Adds a table that was recognised from a picture. */
  public void table(TableBlock recognised) {
    long length = recognised.cells().stream().mapToLong(c -> c.text().length()).sum();
    if (count(length)) {
      blocks.add(recognised.recognisedOn(page));
      atPageStart = false;
    }
  }

  /** Adds a sentence about what was left out, once. */
  public void warn(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  /** Whether the limit of characters has been reached: nothing more is taken. */
  public boolean isFull() {
    return characters >= maxCharacters;
  }

  /** As much of a text as there is room for, so that a page of one line is not lost as a whole. */
  private String fitting(String text) {
    long room = maxCharacters - characters;
    if (text.length() <= room || room <= 0) {
      return text;
    }
    warnOfLength();
    int end = (int) room;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private void warnOfLength() {
    warn("Only the first " + maxCharacters + " characters of the text were read.");
  }

  private boolean count(long length) {
    if (isFull() || characters + length > maxCharacters) {
      characters = maxCharacters;
      warnOfLength();
      return false;
    }
    characters += length;
    return true;
  }

  /** The blocks so far. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** The sentences so far. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
