package org.mingzhang.extract.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Collects the blocks of a file with pages, such as PDF, within the limits of time and characters.
 * One buffer per file; not safe on many threads.
 */
public final class BlockBuffer {
  /**
   * Share of the time limit reserved for the work after the last page, so that what was read is not
   * lost.
   */
  private static final double RESERVED_TIME_SHARE = 0.15;

  private final ExtractionLimits limits;
  private final Instant deadline;
  private final Instant recognitionDeadline;
  private final List<Block> blocks = new ArrayList<>();
  private long characters;

  /** An empty buffer; its time limits start now. */
  public BlockBuffer(ExtractionLimits limits) {
    this.limits = limits;
    Instant now = Instant.now();
    this.deadline = end(now, limits.time());
    this.recognitionDeadline = end(now, limits.totalTime());
  }

  private static Instant end(Instant now, Duration time) {
    return now.plusMillis((long) ((1 - RESERVED_TIME_SHARE) * time.toMillis()));
  }

  /** The deadline for a file whose pages are recognized. */
  public Instant recognitionDeadline() {
    return recognitionDeadline;
  }

  /**
   * Checks that there is time for another page.
   *
   * @param page 1-based page
   * @param pages number of pages
   * @throws RefusedException if the time is over or the thread was interrupted
   */
  public void beginPage(int page, int pages) throws RefusedException {
    if (Instant.now().isAfter(deadline) || Thread.currentThread().isInterrupted()) {
      throw new RefusedException(
          Reason.TOO_SLOW,
          "page %d of %d was not reached within %d seconds"
              .formatted(page, pages, limits.time().toSeconds()));
    }
  }

  /**
   * Adds a page's blocks.
   *
   * @throws RefusedException if the character limit is exceeded
   */
  public void add(List<Block> pageBlocks) throws RefusedException {
    for (Block block : pageBlocks) {
      characters += length(block);
      blocks.add(block);
    }
    if (characters > limits.maxCharacters()) {
      throw new RefusedException(
          Reason.TOO_LARGE, "more than " + limits.maxCharacters() + " characters of text");
    }
  }

  private static long length(Block block) {
    return switch (block) {
      case TextBlock text -> text.text().length();
      case TableBlock table -> table.cells().stream().mapToLong(c -> c.text().length()).sum();
    };
  }

  /** Whether no page gave any text. */
  public boolean isEmpty() {
    return characters == 0;
  }

  /** The blocks so far, in reading order. */
  public List<Block> blocks() {
    return blocks;
  }
}
