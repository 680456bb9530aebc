package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Puts a colon between titles and values of cards, which pages print with blanks there: {@code 采购方式
 * 公开招标}. Cards are lines with the same titles in the same order, at least three times, between
 * which only numbers, buttons, or a value of the next card as its heading may be. Lines with
 * positions on a page are kept. Stateless.
 */
public final class CardTitleSeparator {
  /** A title, the blanks behind it, and a value that is no further title. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^\\s*(\\p{IsHan}{2,10}(?:[（(][^（()）：:]{1,8}[）)])?)[ \\u3000\\u00a0\\t]+(?=\\S)");

  private static final int MIN_CARDS = 3;
  private static final int MIN_TITLES = 3;
  private static final int MAX_TITLES = 12;
  private static final int MAX_LINE_LENGTH = 60;

  private final List<String> lines;
  private final int start;
  private final List<String> titles = new ArrayList<>();

  private CardTitleSeparator(List<String> lines, int start) {
    this.lines = lines;
    this.start = start;
  }

  /** The blocks with a colon behind each title of a card. */
  public static List<Block> separate(List<Block> blocks) {
    List<Block> result = new ArrayList<>(blocks);
    List<String> lines =
        blocks.stream()
            .map(block -> block instanceof TextBlock t && t.layout() == null ? t.text() : "")
            .toList();
    int at = 0;
    while (at < blocks.size()) {
      int end = new CardTitleSeparator(lines, at).findEnd();
      for (int i = at; i < end; i++) {
        if (titleOf(lines.get(i)) != null) {
          String text = TITLE.matcher(lines.get(i)).replaceFirst("$1：");
          result.set(i, ((TextBlock) blocks.get(i)).withText(text));
        }
      }
      at = Math.max(end, at + 1);
    }
    return result;
  }

  /** Index after the cards of which the first begins on the start line; that line if none does. */
  private int findEnd() {
    int cards = 0;
    int next = 0;
    int end = start;
    for (int at = start; at < lines.size(); at++) {
      String title = titleOf(lines.get(at));
      if (title == null) {
        if (titles.isEmpty() || !mayStandBetweenCards(at)) {
          break;
        }
        continue;
      }
      if (cards == 0 && !titles.contains(title) && titles.size() < MAX_TITLES) {
        titles.add(title);
        continue;
      }
      if (cards == 0) {
        cards = 1;
      }
      if (!title.equals(titles.get(next))) {
        break;
      }
      next = (next + 1) % titles.size();
      if (next == 0) {
        cards++;
        end = at + 1;
      }
    }
    return cards >= MIN_CARDS && titles.size() >= MIN_TITLES ? end : start;
  }

  /** Whether a line is a number or button, or heads the next card with one of its values. */
  private boolean mayStandBetweenCards(int at) {
    if (LabeledRowReader.isCardMark(lines.get(at))) {
      return true;
    }
    String first = at + 1 < lines.size() ? titleOf(lines.get(at + 1)) : null;
    return titles.getFirst().equals(first)
        && lines.subList(at + 1, Math.min(lines.size(), at + 1 + titles.size())).stream()
            .anyMatch(
                line -> TITLE.matcher(line).replaceFirst("").strip().equals(lines.get(at).strip()));
  }

  /** The title before the blanks of a short line; null if it has a colon or no title. */
  private static @Nullable String titleOf(String line) {
    if (line.length() > MAX_LINE_LENGTH) {
      return null;
    }
    Matcher title = TITLE.matcher(line);
    return title.find() && line.indexOf('：') < 0 && line.indexOf(':') < 0 ? title.group(1) : null;
  }
}
