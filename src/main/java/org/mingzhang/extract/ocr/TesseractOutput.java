package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * The text runs in Tesseract's TSV output. Words of a line that are close together form one run in
 * Tesseract's order, since boxes of single Chinese characters are too inaccurate to sort by.
 */
final class TesseractOutput {
  /** Smallest gap between two runs, in line heights. */
  private static final double MIN_RUN_GAP = 1.5;

  /** Minimum mean confidence of a run, in percent; runs with a lower one are specks and lines. */
  private static final double MIN_CONFIDENCE = 25;

  private final List<TextRun> textRuns = new ArrayList<>();
  private Rectangle lineBox = new Rectangle();

  /** Block, paragraph and line number of the last run; empty before the first run of a line. */
  private String lineKey = "";

  private TesseractOutput() {}

  /**
   * Parses the output for one image; rows that are neither lines nor words are ignored.
   *
   * @throws NumberFormatException if a number of a line or word is not valid
   */
  static TesseractOutput parse(String tsv) {
    TesseractOutput output = new TesseractOutput();
    for (String row : tsv.split("\n", -1)) {
      String[] fields = row.split("\t", -1);
      if (fields.length >= 12 && fields[0].matches("[45]")) {
        output.addRow(fields);
      }
    }
    return output;
  }

  private void addRow(String[] fields) {
    Rectangle box =
        new Rectangle(
            Integer.parseInt(fields[6]),
            Integer.parseInt(fields[7]),
            Integer.parseInt(fields[8]),
            Integer.parseInt(fields[9]));
    if (fields[0].equals("4")) {
      lineBox = box;
      lineKey = "";
      return;
    }
    String text = fields[11].replaceAll("[|¦_]", "").strip();
    double sure = Double.parseDouble(fields[10]);
    if (text.isEmpty()) {
      return;
    }
    String key = String.join(" ", fields[2], fields[3], fields[4]);
    TextRun last = textRuns.isEmpty() ? null : textRuns.get(textRuns.size() - 1);
    if (last != null && key.equals(lineKey) && !isSeparateRun(last.box, box)) {
      last.append(text, box, sure);
    } else {
      textRuns.add(new TextRun(text, box, lineBox, sure));
      lineKey = key;
    }
  }

  /**
   * Whether the gap between two words is so wide that the second begins another run. The box of a
   * line may be much too high, so at most 60 pixels of its height count.
   */
  private boolean isSeparateRun(Rectangle boxBefore, Rectangle boxAfter) {
    return boxAfter.x - (boxBefore.x + boxBefore.width)
        > MIN_RUN_GAP * Math.min(lineBox.height, 60);
  }

  /** The runs with a mean confidence of at least 25 %, in the order of the output. */
  List<TextRun> confidentRuns() {
    return textRuns.stream().filter(p -> p.confidence() >= MIN_CONFIDENCE).toList();
  }

  /** A run of recognized words on one line, with its box and confidence. */
  static final class TextRun {
    private final StringBuilder text;
    private final Rectangle box;
    private double confidenceSum;
    private int characterCount;

    private TextRun(String text, Rectangle box, Rectangle lineBox, double confidence) {
      addConfidence(text, confidence);
      this.text = new StringBuilder(text);
      this.box = new Rectangle(box.x, lineBox.y, box.width, lineBox.height);
    }

    private void addConfidence(String word, double confidence) {
      confidenceSum += confidence * word.length();
      characterCount += word.length();
    }

    /** Mean confidence over characters, 0 to 100. */
    double confidence() {
      return confidenceSum / characterCount;
    }

    int characterCount() {
      return characterCount;
    }

    private void append(String word, Rectangle wordBox, double confidence) {
      addConfidence(word, confidence);
      int gap = wordBox.x - (box.x + box.width);
      boolean latin =
          isLatinLetter(text.charAt(text.length() - 1)) && isLatinLetter(word.charAt(0));
      if (latin && gap > box.height / 5) {
        text.append(' ');
      }
      text.append(word);
      int right = Math.max(box.x + box.width, wordBox.x + wordBox.width);
      box.width = right - box.x;
    }

    private static boolean isLatinLetter(char c) {
      return c < 0x250 && Character.isLetter(c);
    }

    /**
     * The text, with an opening parenthesis that was misread as 〈 or < corrected where a closing
     * parenthesis follows within 40 characters.
     */
    String text() {
      return text.toString().replaceAll("[〈<]([^〈<>〉)）]{0,40}[)）])", "（$1");
    }

    /** The box of the run in pixels, as high as its line; not a copy. */
    Rectangle box() {
      return box;
    }
  }
}
