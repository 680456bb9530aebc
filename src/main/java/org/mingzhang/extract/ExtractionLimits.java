package org.mingzhang.extract;

import java.time.Duration;

/**
 * What reading one file may cost.
 *
 * @param maxBytes largest file read
 * @param maxCharacters most characters of text taken from a file
 * @param maxPages most pages read
 * @param maxDepth deepest nesting of archives
 * @param maxMembers most members of an archive
 * @param time longest time a file may take whose text can be read
 * @param ocr whether text may be recognised from images
 */
public record ExtractionLimits(
    long maxBytes,
    int maxCharacters,
    int maxPages,
    int maxDepth,
    int maxMembers,
    Duration time,
    boolean ocr) {

  /** How much longer a file may take whose pages are pictures. */
  private static final int OCR_TIME_FACTOR = 9;

  /** Longest time a file may take, whether its text is read or recognised. */
  public Duration totalTime() {
    return ocr ? Duration.ofNanos(Math.multiplyExact(time.toNanos(), OCR_TIME_FACTOR)) : time;
  }

  /** The limits used unless configured otherwise. */
  public static ExtractionLimits standard() {
    return new ExtractionLimits(
        1L << 30, 20_000_000, 10_000, 3, 1_000, Duration.ofMinutes(1), true);
  }

  /** The same limits with another longest time for a file whose text can be read. */
  public ExtractionLimits withTime(Duration other) {
    return new ExtractionLimits(
        maxBytes, maxCharacters, maxPages, maxDepth, maxMembers, other, ocr);
  }
}
