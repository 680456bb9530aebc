package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * A text with its outline in one file. A heading's line begins with its level, the label of its
 * topic where one is expected, and a bar ({@code 2 收入|二、收入预算情况说明}); a list item's with {@code *|}.
 * A question mark after the level marks a heading that need not be found. {@code ‖} separates a
 * heading from run-in text, {@code ⏎} breaks it over two lines, a line that begins with a space
 * continues the heading above, {@code #} begins a comment.
 */
record AnnotatedText(String text, List<Heading> headings, Set<String> ignoredTitles) {
  private static final Pattern MARKED = Pattern.compile("(\\d\\??|\\*)(?: ([^|]{1,8}))?\\|(.*)");

  /** A heading that must be found; {@code printed} is number and title without white space. */
  record Heading(int level, String topic, String printed) {}

  static AnnotatedText read(String file) {
    StringBuilder text = new StringBuilder();
    List<Heading> headings = new ArrayList<>();
    Set<String> free = new HashSet<>();
    for (String line : file.lines().filter(l -> !l.startsWith("#")).toList()) {
      Matcher marked = MARKED.matcher(line);
      if (!marked.matches()) {
        text.append(line).append('\n');
        if (line.startsWith(" ") && !headings.isEmpty()) {
          Heading last = headings.removeLast();
          headings.add(new Heading(last.level, last.topic, last.printed + clean(line)));
        }
        continue;
      }
      String body = marked.group(3);
      text.append(body.replace("‖", "").replace('⏎', '\n')).append('\n');
      String printed = clean(body.replace("⏎", "").replaceFirst("‖.*", ""));
      if (marked.group(1).length() == 1 && !marked.group(1).equals("*")) {
        String topic = marked.group(2) == null ? "" : marked.group(2);
        headings.add(new Heading(Integer.parseInt(marked.group(1)), topic, printed));
      } else {
        free.add(printed);
      }
    }
    return new AnnotatedText(text.toString(), headings, free);
  }

  /**
   * Whether a heading, given as number and title, is ignored: it need not be found and is no error.
   */
  boolean isIgnored(String printed) {
    return ignoredTitles.contains(printed);
  }

  private static String clean(String heading) {
    return HeadingTitleReader.clean(TypographicSpaceRemover.remove(heading));
  }
}
